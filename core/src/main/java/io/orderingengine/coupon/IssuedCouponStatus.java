package io.orderingengine.coupon;

/** Where an issued coupon stands. */
public enum IssuedCouponStatus {
  /** It can be used. */
  ISSUED,
  /** A live order uses it. */
  USED,
  /** It was not used in time. Derived from the time of expiry when it is read, never stored. */
  EXPIRED
}
