package io.orderingengine.order;

/** Where an order stands. */
public enum OrderStatus {
  /** Stock and coupon are taken, the payment is open. */
  PLACED,
  /** Paid in full. */
  PAID,
  /** Undone: stock, coupon and money went back. */
  CANCELLED
}
