package io.orderingengine.order;

import io.orderingengine.check.Require;

/** The id of a payment, given by the store. Immutable. */
public record PaymentId(long value) {
  public PaymentId {
    Require.positive("paymentId", value);
  }

  public static PaymentId of(long value) {
    return new PaymentId(value);
  }

  /** The bare number, for messages. */
  @Override
  public String toString() {
    return Long.toString(value);
  }
}
