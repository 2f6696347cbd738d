package io.orderingengine.coupon;

import io.orderingengine.value.Rejection;
import java.time.Instant;

/** The coupon is no longer valid. */
public record CouponExpired(IssuedCouponId issuedCouponId, Instant expiredAt) implements Rejection {
  @Override
  public String code() {
    return "COUPON_EXPIRED";
  }

  @Override
  public String message() {
    return "Coupon %s was valid until %s; order without it.".formatted(issuedCouponId, expiredAt);
  }
}
