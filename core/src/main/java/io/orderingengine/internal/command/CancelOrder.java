package io.orderingengine.internal.command;

import io.orderingengine.event.EventType;
import io.orderingengine.order.NotCancellable;
import io.orderingengine.order.Order;
import io.orderingengine.order.OrderId;
import io.orderingengine.order.OrderStatus;
import io.orderingengine.spi.BalanceRow;
import io.orderingengine.spi.Changes;
import io.orderingengine.spi.OrderRow;
import io.orderingengine.spi.OrderRows;
import io.orderingengine.spi.RowIds;
import io.orderingengine.spi.RowKeys;
import io.orderingengine.spi.Rows;
import io.orderingengine.value.AmountOutOfRange;
import io.orderingengine.value.Money;
import java.time.Instant;
import java.util.Objects;

/**
 * Undoes an order, once.
 *
 * @param scope whose keys it uses: the user's when the user calls, 0 when the shop does
 */
public record CancelOrder(OrderFacts facts, long scope) implements OrderCommand {
  @Override
  public String kind() {
    return "cancel";
  }

  @Override
  public RowKeys keys() {
    return RowKeys.builder()
        .balances(RowIds.of(facts.userId()))
        .issuedCoupons(facts.issuedCoupon())
        .orders(RowIds.of(facts.orderId()))
        .productDetails(facts.productDetails())
        .build();
  }

  @Override
  public int ids() {
    return Cancellation.IDS;
  }

  @Override
  public Decision<Order> decide(OrderRows rows, Rows locked, Instant now, Ids ids) {
    OrderRow order = rows.order();
    BalanceRow balance = Objects.requireNonNull(locked.balance(order.userId()));
    if (order.status() == OrderStatus.CANCELLED) {
      return Decision.reject(new NotCancellable(OrderId.of(order.id()), order.status()));
    }
    boolean paid = order.status() == OrderStatus.PAID;
    if (paid && balance.balance() > Long.MAX_VALUE - order.paymentAmount()) {
      return Decision.reject(new AmountOutOfRange("balance", Money.of(order.paymentAmount())));
    }
    Changes.Builder changes = Changes.builder();
    Instant at = Cancellation.time(Time.later(now, balance.modifiedAt()), order, facts, locked);
    OrderRows after = Cancellation.add(rows, EventType.ORDER_CANCELLED, at, ids, changes);
    return Decision.accept(Results.order(after), order.id(), changes.build());
  }
}
