package io.orderingengine.coupon;

import io.orderingengine.value.Rejection;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The coupon is not issued at this time: not yet, or no longer. */
public record CouponNotOpen(
    CouponId couponId, @Nullable Instant issueFrom, @Nullable Instant issueUntil)
    implements Rejection {
  @Override
  public String code() {
    return "COUPON_NOT_OPEN";
  }

  @Override
  public String message() {
    return "Coupon %s is issued from %s until %s; come back within that time."
        .formatted(
            couponId,
            issueFrom == null ? "the begin" : issueFrom,
            issueUntil == null ? "the end" : issueUntil);
  }
}
