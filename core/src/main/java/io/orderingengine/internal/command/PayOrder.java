package io.orderingengine.internal.command;

import io.orderingengine.balance.InsufficientBalance;
import io.orderingengine.balance.TransactionType;
import io.orderingengine.event.EventType;
import io.orderingengine.order.NotPayable;
import io.orderingengine.order.Order;
import io.orderingengine.order.OrderId;
import io.orderingengine.order.OrderStatus;
import io.orderingengine.order.PaymentStatus;
import io.orderingengine.spi.BalanceHistoryRow;
import io.orderingengine.spi.BalanceRow;
import io.orderingengine.spi.Changes;
import io.orderingengine.spi.OrderChange;
import io.orderingengine.spi.OrderRow;
import io.orderingengine.spi.OrderRows;
import io.orderingengine.spi.PaymentChange;
import io.orderingengine.spi.PaymentRow;
import io.orderingengine.spi.RowIds;
import io.orderingengine.spi.RowKeys;
import io.orderingengine.spi.Rows;
import io.orderingengine.spi.Table;
import io.orderingengine.user.UserId;
import io.orderingengine.value.Money;
import java.time.Instant;
import java.util.Objects;

/**
 * Pays a placed order from its user's balance.
 *
 * @param scope whose keys it uses: the user's when the user calls, 0 when the shop does
 */
public record PayOrder(OrderFacts facts, long scope) implements OrderCommand {
  @Override
  public String kind() {
    return "pay";
  }

  @Override
  public RowKeys keys() {
    return RowKeys.builder()
        .balances(RowIds.of(facts.userId()))
        .orders(RowIds.of(facts.orderId()))
        .build();
  }

  @Override
  public int ids() {
    return 2;
  }

  @Override
  public Decision<Order> decide(OrderRows rows, Rows locked, Instant now, Ids ids) {
    OrderRow order = rows.order();
    BalanceRow balance = Objects.requireNonNull(locked.balance(order.userId()));
    if (order.status() != OrderStatus.PLACED || isOver(order, now)) {
      return Decision.reject(new NotPayable(OrderId.of(order.id()), order.status()));
    }
    if (balance.balance() < order.paymentAmount()) {
      return Decision.reject(
          new InsufficientBalance(
              UserId.of(order.userId()),
              Money.of(order.paymentAmount()),
              Money.of(balance.balance())));
    }
    Instant at = Time.later(Time.later(now, order.modifiedAt()), balance.modifiedAt());
    return pay(rows, at, ids);
  }

  private static boolean isOver(OrderRow order, Instant now) {
    return order.expiresAt() != null && Results.isOver(order.expiresAt(), now);
  }

  private Decision<Order> pay(OrderRows rows, Instant at, Ids ids) {
    OrderRow order = rows.order();
    PaymentRow payment = rows.payment();
    long amount = order.paymentAmount();
    var change =
        new OrderChange(
            order.id(),
            OrderStatus.PLACED,
            OrderStatus.PAID,
            order.version(),
            order.version() + 1,
            at);
    var paid = new PaymentChange(payment.id(), PaymentStatus.PENDING, PaymentStatus.PAID, at, at);
    var used =
        new BalanceHistoryRow(
            ids.next(), order.userId(), order.issuedCouponId(), -amount, TransactionType.USE, at);
    OrderRow after = order.after(change);
    Changes changes =
        Changes.builder()
            .moveBalance(order.userId(), -amount, at)
            .insert(Table.BALANCE_HISTORIES, used)
            .change(change)
            .change(paid)
            .insert(Table.EVENTS, OrderEvents.of(ids.next(), EventType.ORDER_PAID, after))
            .build();
    Order result = Results.order(new OrderRows(after, rows.items(), payment.after(paid)));
    return Decision.accept(result, order.id(), changes);
  }
}
