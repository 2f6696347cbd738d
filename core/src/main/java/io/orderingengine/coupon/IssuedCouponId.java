package io.orderingengine.coupon;

import io.orderingengine.check.Require;

/** The id of a coupon in a user's hands, given by the store. Immutable. */
public record IssuedCouponId(long value) {
  public IssuedCouponId {
    Require.positive("issuedCouponId", value);
  }

  public static IssuedCouponId of(long value) {
    return new IssuedCouponId(value);
  }

  /** The bare number, for messages. */
  @Override
  public String toString() {
    return Long.toString(value);
  }
}
