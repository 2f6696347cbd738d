package io.orderingengine.coupon;

import io.orderingengine.value.Rejection;

/** All coupons of this kind have been issued. */
public record CouponSoldOut(CouponId couponId) implements Rejection {
  @Override
  public String code() {
    return "COUPON_SOLD_OUT";
  }

  @Override
  public String message() {
    return "Coupon %s has none left.".formatted(couponId);
  }
}
