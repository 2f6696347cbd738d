package io.orderingengine.internal.command;

import io.orderingengine.event.EventType;
import io.orderingengine.spi.EventRow;
import io.orderingengine.spi.OrderRow;

/** The event of an order, with the version that the order has after it. */
final class OrderEvents {
  private OrderEvents() {}

  static EventRow of(long id, EventType type, OrderRow after) {
    return new EventRow(
        id,
        type,
        after.id(),
        after.userId(),
        after.paymentAmount(),
        after.version(),
        after.modifiedAt());
  }
}
