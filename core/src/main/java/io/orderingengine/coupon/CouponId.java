package io.orderingengine.coupon;

import io.orderingengine.check.Require;

/** The id of a coupon, given by the store. Immutable. */
public record CouponId(long value) {
  public CouponId {
    Require.positive("couponId", value);
  }

  public static CouponId of(long value) {
    return new CouponId(value);
  }

  /** The bare number, for messages. */
  @Override
  public String toString() {
    return Long.toString(value);
  }
}
