package io.orderingengine.coupon;

import io.orderingengine.user.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A coupon in a user's hands; a user holds at most one of each kind. Immutable.
 *
 * @param usedAt when it was used, or null
 * @param expiredAt the time from which on it cannot be used
 */
public record IssuedCoupon(
    IssuedCouponId id,
    UserId userId,
    CouponId couponId,
    IssuedCouponStatus status,
    @Nullable Instant usedAt,
    Instant expiredAt,
    Instant createdAt) {}
