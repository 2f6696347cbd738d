package io.orderingengine.balance;

/** Why a balance moved. */
public enum TransactionType {
  /** Money was paid in; the amount is zero or more. */
  CHARGE,
  /** An order was paid; the amount is zero or less. */
  USE,
  /** A paid order was cancelled; the amount is zero or more. */
  REFUND
}
