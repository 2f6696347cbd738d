package io.orderingengine.order;

/** Where an order's payment stands. */
public enum PaymentStatus {
  /** Not paid yet. */
  PENDING,
  /** Paid. */
  PAID,
  /** The order was cancelled before it was paid. */
  CANCELLED,
  /** The order was cancelled after it was paid, and the money went back. */
  REFUNDED
}
