package io.orderingengine.memory;

import io.orderingengine.spi.Row;
import io.orderingengine.spi.Table;

/** Stands under a payment's id for the payment, which its order keeps. */
record PaymentEntry(OrderCell order) implements Entry {
  @Override
  public Row row(Table<?> table) {
    return order.payment;
  }
}
