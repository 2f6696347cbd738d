package io.orderingengine.spi;

import io.orderingengine.order.OrderStatus;
import java.time.Instant;

/**
 * An order's step from one status to another.
 *
 * @param fromVersion the version that the row must have; its new one is one more
 * @param at the row's new {@code modified_at}
 */
public record OrderChange(long id, OrderStatus from, OrderStatus to, long fromVersion, Instant at)
    implements Update {}
