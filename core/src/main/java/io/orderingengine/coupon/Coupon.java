package io.orderingengine.coupon;

import io.orderingengine.value.Money;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A kind of coupon that is issued until none is left. Immutable.
 *
 * @param discountPrice what it takes off an order, at most the order's total
 * @param quantity how many can still be issued
 * @param openingQuantity how many there were to begin with
 * @param validity how long an issued one can be used
 * @param issueFrom the first time at which it is issued, or null for any
 * @param issueUntil the time from which on it is no longer issued, or null for never
 * @param externalId the host's own name for this coupon, or null
 */
public record Coupon(
    CouponId id,
    Money discountPrice,
    long quantity,
    long openingQuantity,
    Duration validity,
    @Nullable Instant issueFrom,
    @Nullable Instant issueUntil,
    @Nullable String externalId,
    Instant createdAt,
    Instant modifiedAt) {}
