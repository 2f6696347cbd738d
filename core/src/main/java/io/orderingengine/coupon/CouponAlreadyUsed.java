package io.orderingengine.coupon;

import io.orderingengine.value.Rejection;

/** The coupon was used for another order. */
public record CouponAlreadyUsed(IssuedCouponId issuedCouponId) implements Rejection {
  @Override
  public String code() {
    return "COUPON_ALREADY_USED";
  }

  @Override
  public String message() {
    return "Coupon %s is used already; order without it.".formatted(issuedCouponId);
  }
}
