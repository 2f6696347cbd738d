package io.orderingengine.benchmarks.compare.check;

import io.orderingengine.benchmarks.compare.workload.Opening;
import io.orderingengine.benchmarks.compare.workload.Requests;
import io.orderingengine.coupon.IssuedCouponStatus;
import io.orderingengine.event.EventType;
import io.orderingengine.order.PaymentStatus;
import io.orderingengine.spi.OrderRow;
import io.orderingengine.spi.Row;
import io.orderingengine.spi.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;

/** What {@link Conservation} asks of a database, asked of rows in memory. Used once. */
public final class RowsConservation {
  private final RowSource rows;
  private final Opening opening;
  private final Map<String, String> firsts = new HashMap<>();
  private final Map<String, Integer> counts = new HashMap<>();

  public RowsConservation(RowSource rows, Opening opening) {
    this.rows = rows;
    this.opening = opening;
  }

  /**
   * What does not add up, in words.
   *
   * @param acknowledged how many orders, or issued coupons, callers were told of
   */
  public List<String> drifts(long acknowledged) {
    stocks();
    balances();
    orders();
    coupons();
    counts(acknowledged);
    List<String> drifts = new ArrayList<>();
    firsts.forEach(
        (what, first) -> {
          int others = counts.getOrDefault(what, 1) - 1;
          drifts.add(others == 0 ? first : first + " (and " + others + " more)");
        });
    return drifts;
  }

  private void equal(String what, long id, long actual, long expected) {
    if (actual != expected) {
      counts.merge(what, 1, Integer::sum);
      firsts.putIfAbsent(
          what, what.formatted(id) + " is " + actual + ", but its entries make " + expected);
    }
  }

  private void notNegative(String what, long id, long actual) {
    equal(what, id, Math.min(actual, 0), 0);
  }

  private <R extends Row> Map<Long, Long> sums(
      Table<R> table, ToLongFunction<R> key, ToLongFunction<R> number) {
    Map<Long, Long> sums = new HashMap<>();
    rows.each(table, row -> sums.merge(key.applyAsLong(row), number.applyAsLong(row), Long::sum));
    return sums;
  }

  private static long of(Map<Long, Long> sums, long key) {
    return sums.getOrDefault(key, 0L);
  }

  private void stocks() {
    Map<Long, Long> sold =
        sums(Table.ORDER_ITEMS, item -> item.productDetailId(), item -> item.quantity());
    rows.each(
        Table.PRODUCT_DETAILS,
        row -> {
          equal("stock of option %d", row.id(), row.stock(), Opening.STOCK - of(sold, row.id()));
          notNegative("stock of option %d below zero", row.id(), row.stock());
        });
  }

  private void balances() {
    Map<Long, Long> history =
        sums(Table.BALANCE_HISTORIES, row -> row.balanceId(), row -> row.amount());
    Map<Long, Long> paid = sums(Table.ORDERS, row -> row.userId(), row -> row.paymentAmount());
    rows.each(
        Table.BALANCES,
        row -> {
          equal("balance %d by its history", row.id(), row.balance(), of(history, row.id()));
          long left = Opening.BALANCE - of(paid, row.userId());
          equal("balance %d by its payments", row.id(), row.balance(), left);
          notNegative("balance %d below zero", row.id(), row.balance());
        });
  }

  private void orders() {
    Map<Long, Long> totals =
        sums(Table.ORDER_ITEMS, item -> item.orderId(), item -> item.unitPrice() * item.quantity());
    Map<Long, Long> shares =
        sums(Table.ORDER_ITEMS, item -> item.orderId(), item -> item.discountShare());
    Map<Long, Long> amounts = sums(Table.PAYMENTS, row -> row.orderId(), row -> row.amount());
    Map<Long, Long> payments =
        sums(
            Table.PAYMENTS,
            row -> row.orderId(),
            row -> row.status() == PaymentStatus.PAID ? 1 : 0);
    Map<Long, Long> events =
        sums(
            Table.EVENTS,
            row -> row.subjectId(),
            row -> row.type() == EventType.ORDER_CHECKED_OUT ? 1 : 0);
    rows.each(
        Table.ORDERS,
        row -> {
          long id = row.id();
          equal("number of payments of order %d", id, of(payments, id), 1);
          equal(
              "payment of order %d", id, of(amounts, id), row.totalAmount() - row.discountAmount());
          equal("total of order %d", id, row.totalAmount(), of(totals, id));
          equal("discount of order %d", id, row.discountAmount(), of(shares, id));
          equal("number of events of order %d", id, of(events, id), 1);
        });
  }

  private void coupons() {
    Map<Long, Long> uses =
        sums(Table.ORDERS, row -> row.issuedCouponId() == null ? 0 : row.issuedCouponId(), o -> 1);
    rows.each(
        Table.ISSUED_COUPONS,
        row -> {
          long used = row.status() == IssuedCouponStatus.USED ? 1 : 0;
          equal("number of orders with issued coupon %d", row.id(), of(uses, row.id()), used);
        });
    Map<Long, Long> issued = sums(Table.ISSUED_COUPONS, row -> row.couponId(), row -> 1);
    rows.each(
        Table.COUPONS,
        row -> {
          long left = row.openingQuantity() - of(issued, row.id());
          equal("quantity of coupon %d", row.id(), row.quantity(), left);
          notNegative("quantity of coupon %d below zero", row.id(), row.quantity());
        });
  }

  private void counts(long acknowledged) {
    long orders = count(Table.ORDERS, row -> true);
    long issued = count(Table.ISSUED_COUPONS, row -> true) - opening.issued();
    equal("number of orders that were checked out", 0, events(EventType.ORDER_CHECKED_OUT), orders);
    equal("number of coupons in events", 0, events(EventType.COUPON_ISSUED), issued);
    equal("number of keys", 0, count(Table.ORDERS, this::hasKey), orders);
    equal("number acknowledged", 0, acknowledged, opening.issued() == 0 ? issued : orders);
  }

  private <R extends Row> long count(Table<R> table, Predicate<R> which) {
    return of(sums(table, row -> 0, row -> which.test(row) ? 1 : 0), 0);
  }

  private long events(EventType type) {
    return count(Table.EVENTS, event -> event.type() == type);
  }

  private boolean hasKey(OrderRow order) {
    Long coupon = order.issuedCouponId();
    return coupon != null
        && rows.hasKey(
            order.userId(), Requests.key(Math.toIntExact(coupon - opening.beforeIssued() - 1)));
  }
}
