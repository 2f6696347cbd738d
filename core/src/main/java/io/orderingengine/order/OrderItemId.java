package io.orderingengine.order;

import io.orderingengine.check.Require;

/** The id of a line of an order, given by the store. Immutable. */
public record OrderItemId(long value) {
  public OrderItemId {
    Require.positive("orderItemId", value);
  }

  public static OrderItemId of(long value) {
    return new OrderItemId(value);
  }

  /** The bare number, for messages. */
  @Override
  public String toString() {
    return Long.toString(value);
  }
}
