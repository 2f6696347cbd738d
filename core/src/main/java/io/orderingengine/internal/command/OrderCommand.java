package io.orderingengine.internal.command;

import io.orderingengine.order.Order;
import io.orderingengine.order.OrderId;
import io.orderingengine.order.OrderNotFound;
import io.orderingengine.spi.OrderRows;
import io.orderingengine.spi.Rows;
import io.orderingengine.spi.StoreQueries;
import java.time.Instant;
import java.util.Objects;

/** What is done to one order: locks it, whatever else it locks. */
interface OrderCommand extends RepeatableCommand<Order> {
  OrderFacts facts();

  /** Decides for the order as it stands under its lock. */
  Decision<Order> decide(OrderRows order, Rows rows, Instant now, Ids ids);

  @Override
  default void describe(Content content) {
    content.number(facts().orderId());
  }

  @Override
  default Decision<Order> decide(Rows rows, Instant now, Ids ids) {
    OrderRows order = rows.order(facts().orderId());
    return order == null
        ? Decision.reject(new OrderNotFound(OrderId.of(facts().orderId())))
        : decide(order, rows, now, ids);
  }

  @Override
  default Order read(StoreQueries queries, long resultId, Instant now) {
    return Results.order(Objects.requireNonNull(queries.order(resultId)));
  }
}
