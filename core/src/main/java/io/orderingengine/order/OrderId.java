package io.orderingengine.order;

import io.orderingengine.check.Require;

/** The id of an order, given by the store. Immutable. */
public record OrderId(long value) {
  public OrderId {
    Require.positive("orderId", value);
  }

  public static OrderId of(long value) {
    return new OrderId(value);
  }

  /** The bare number, for messages. */
  @Override
  public String toString() {
    return Long.toString(value);
  }
}
