package io.orderingengine.internal.command;

import io.orderingengine.event.EventType;
import io.orderingengine.order.OrderStatus;
import io.orderingengine.spi.Changes;
import io.orderingengine.spi.OrderRow;
import io.orderingengine.spi.OrderRows;
import io.orderingengine.spi.RowIds;
import io.orderingengine.spi.RowKeys;
import io.orderingengine.spi.Rows;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Cancels those of some orders that are still unpaid past their time, and answers how many. Orders
 * that were paid, cancelled or expired since they were found are left as they are.
 */
public record ExpireOrders(List<OrderFacts> orders) implements Command<Integer> {
  @Override
  public RowKeys keys() {
    return RowKeys.builder()
        .issuedCoupons(RowIds.union(orders, OrderFacts::issuedCoupon))
        .orders(RowIds.of(orders, OrderFacts::orderId))
        .productDetails(RowIds.union(orders, OrderFacts::productDetails))
        .build();
  }

  @Override
  public int ids() {
    return Cancellation.IDS * orders.size();
  }

  @Override
  public Decision<Integer> decide(Rows rows, Instant now, Ids ids) {
    List<OrderRows> expired = new ArrayList<>();
    Instant at = now;
    for (OrderFacts facts : orders) {
      OrderRows order = rows.order(facts.orderId());
      if (order != null && isExpired(order.order(), now)) {
        expired.add(order);
        at = Cancellation.time(at, order.order(), facts, rows);
      }
    }
    Changes.Builder changes = Changes.builder();
    for (OrderRows order : expired) {
      Cancellation.add(order, EventType.ORDER_EXPIRED, at, ids, changes);
    }
    return Decision.accept(expired.size(), 0, changes.build());
  }

  private static boolean isExpired(OrderRow order, Instant now) {
    return order.status() == OrderStatus.PLACED
        && order.expiresAt() != null
        && Results.isOver(order.expiresAt(), now);
  }
}
