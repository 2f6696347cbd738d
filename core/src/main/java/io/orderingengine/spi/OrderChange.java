package io.orderingengine.spi;

import io.orderingengine.order.OrderStatus;
import java.time.Instant;

/**
 * An order's step from one status to another.
 *
 * @param fromVersion the version that the row must have
 * @param toVersion its new version
 * @param at the row's new {@code modified_at}
 */
public record OrderChange(
    long id, OrderStatus from, OrderStatus to, long fromVersion, long toVersion, Instant at)
    implements Update {
  /** One step for both. */
  OrderChange and(OrderChange next) {
    return new OrderChange(id, from, next.to, fromVersion, next.toVersion, next.at);
  }
}
