package io.orderingengine.internal.command;

import io.orderingengine.balance.TransactionType;
import io.orderingengine.coupon.IssuedCouponStatus;
import io.orderingengine.event.EventType;
import io.orderingengine.order.OrderStatus;
import io.orderingengine.order.PaymentStatus;
import io.orderingengine.spi.BalanceHistoryRow;
import io.orderingengine.spi.Changes;
import io.orderingengine.spi.IssuedCouponChange;
import io.orderingengine.spi.OrderChange;
import io.orderingengine.spi.OrderItemRow;
import io.orderingengine.spi.OrderRow;
import io.orderingengine.spi.OrderRows;
import io.orderingengine.spi.PaymentChange;
import io.orderingengine.spi.PaymentRow;
import io.orderingengine.spi.ProductDetailRow;
import io.orderingengine.spi.Rows;
import io.orderingengine.spi.Table;
import java.time.Instant;
import java.util.Objects;

/** The exact inverse of an order: what a live order took goes back where it came from. */
final class Cancellation {
  /** The ids of one cancellation: history, event. */
  static final int IDS = 2;

  private Cancellation() {}

  /** The time to record: not before what the order or one of its options has recorded. */
  static Instant time(Instant now, OrderRow order, OrderFacts facts, Rows rows) {
    Instant at = Time.later(now, order.modifiedAt());
    for (int i = 0; i < facts.productDetails().size(); i++) {
      ProductDetailRow detail = rows.productDetail(facts.productDetails().get(i));
      at = Time.later(at, Objects.requireNonNull(detail).modifiedAt());
    }
    return at;
  }

  /** Adds the changes, and answers the order as they leave it. */
  static OrderRows add(
      OrderRows rows, EventType type, Instant at, Ids ids, Changes.Builder changes) {
    OrderRow order = rows.order();
    for (OrderItemRow item : rows.items()) {
      changes.moveStock(item.productDetailId(), item.quantity(), at);
    }
    if (order.issuedCouponId() != null) {
      changes.change(
          new IssuedCouponChange(
              order.issuedCouponId(), IssuedCouponStatus.USED, IssuedCouponStatus.ISSUED, null));
    }
    if (order.status() == OrderStatus.PAID) {
      refund(order, at, ids, changes);
    }
    var cancelled =
        new OrderChange(
            order.id(),
            order.status(),
            OrderStatus.CANCELLED,
            order.version(),
            order.version() + 1,
            at);
    PaymentChange ended = end(rows.payment(), at);
    OrderRow after = order.after(cancelled);
    changes.change(cancelled).change(ended);
    changes.insert(Table.EVENTS, OrderEvents.of(ids.next(), type, after));
    return new OrderRows(after, rows.items(), rows.payment().after(ended));
  }

  private static void refund(OrderRow order, Instant at, Ids ids, Changes.Builder changes) {
    long amount = order.paymentAmount();
    changes.moveBalance(order.userId(), amount, at);
    changes.insert(
        Table.BALANCE_HISTORIES,
        new BalanceHistoryRow(
            ids.next(), order.userId(), null, amount, TransactionType.REFUND, at));
  }

  private static PaymentChange end(PaymentRow payment, Instant at) {
    boolean paid = payment.status() == PaymentStatus.PAID;
    return new PaymentChange(
        payment.id(),
        payment.status(),
        paid ? PaymentStatus.REFUNDED : PaymentStatus.CANCELLED,
        payment.paidAt(),
        at);
  }
}
