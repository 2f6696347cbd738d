package io.orderingengine.contract;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.summingLong;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderingengine.balance.TransactionType;
import io.orderingengine.coupon.IssuedCouponStatus;
import io.orderingengine.order.OrderStatus;
import io.orderingengine.order.PaymentStatus;
import io.orderingengine.spi.BalanceHistoryRow;
import io.orderingengine.spi.BalanceRow;
import io.orderingengine.spi.CouponRow;
import io.orderingengine.spi.EventRow;
import io.orderingengine.spi.IssuedCouponRow;
import io.orderingengine.spi.OrderItemRow;
import io.orderingengine.spi.OrderRow;
import io.orderingengine.spi.OrderingStore;
import io.orderingengine.spi.PaymentRow;
import io.orderingengine.spi.ProductDetailRow;
import io.orderingengine.spi.Row;
import io.orderingengine.spi.StockAdjustmentRow;
import io.orderingengine.spi.StoreQueries;
import io.orderingengine.spi.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.LongStream;

/**
 * What must add up among the rows of a store at rest, whatever was done to it. It reads rows and
 * nothing else, and recomputes each sum from the entries that make it.
 */
public final class Conservation {
  private static final int CHUNK = 1_000;

  private final StoreQueries queries;
  private final List<String> drifts = new ArrayList<>();
  private final Map<Long, OrderRow> orders;
  private final Map<Long, List<OrderItemRow>> itemsByOrder;

  private Conservation(StoreQueries queries) {
    this.queries = queries;
    orders = all(Table.ORDERS).stream().collect(toMap(OrderRow::id, order -> order));
    itemsByOrder = all(Table.ORDER_ITEMS).stream().collect(groupingBy(OrderItemRow::orderId));
  }

  /** Asserts that everything adds up. */
  public static void assertHolds(OrderingStore store) {
    assertThat(drifts(store)).as("what does not add up among the rows").isEmpty();
  }

  /** What does not add up, in words. */
  static List<String> drifts(OrderingStore store) {
    var check = new Conservation(store.queries());
    check.balances();
    check.stocks();
    check.coupons();
    check.issuedCoupons();
    check.orders.values().forEach(check::order);
    check.payments();
    check.events();
    return check.drifts;
  }

  private <R extends Row> List<R> all(Table<R> table) {
    return rows(queries, table);
  }

  /** Every row of a table. */
  static <R extends Row> List<R> rows(StoreQueries queries, Table<R> table) {
    List<R> rows = new ArrayList<>();
    long after = 0;
    List<R> chunk;
    do {
      chunk = queries.chunk(table, after, CHUNK);
      rows.addAll(chunk);
      after = rows.isEmpty() ? 0 : rows.get(rows.size() - 1).id();
    } while (chunk.size() == CHUNK);
    return rows;
  }

  private void equal(String what, Object actual, Object expected) {
    if (!Objects.equals(actual, expected)) {
      drifts.add(what + " is " + actual + ", but its entries make " + expected);
    }
  }

  private static <R> Map<Long, Long> sums(
      List<R> rows, Function<R, Long> key, ToLongFunction<R> number) {
    return rows.stream().collect(groupingBy(key, summingLong(number)));
  }

  private boolean isLive(long orderId) {
    return orders.get(orderId).status() != OrderStatus.CANCELLED;
  }

  private void balances() {
    List<BalanceHistoryRow> history = all(Table.BALANCE_HISTORIES);
    Map<Long, Long> sums = sums(history, BalanceHistoryRow::balanceId, BalanceHistoryRow::amount);
    List<BalanceRow> balances = all(Table.BALANCES);
    for (BalanceRow row : balances) {
      equal("balance " + row.id(), row.balance(), sums.get(row.id()));
    }
    equal("the number of balances", balances.size(), all(Table.USERS).size());
    long paid =
        history.stream().filter(row -> row.transactionType() == TransactionType.USE).count();
    long charged = all(Table.PAYMENTS).stream().filter(row -> row.paidAt() != null).count();
    equal("the number of payments that were paid", charged, paid);
  }

  private void stocks() {
    Map<Long, Long> put =
        sums(
            all(Table.STOCK_ADJUSTMENTS),
            StockAdjustmentRow::productDetailId,
            StockAdjustmentRow::units);
    Map<Long, Long> taken =
        sums(
            itemsByOrder.values().stream()
                .flatMap(List::stream)
                .filter(item -> isLive(item.orderId()))
                .toList(),
            OrderItemRow::productDetailId,
            OrderItemRow::quantity);
    for (ProductDetailRow row : all(Table.PRODUCT_DETAILS)) {
      long left = put.getOrDefault(row.id(), 0L) - taken.getOrDefault(row.id(), 0L);
      equal("stock " + row.id(), row.stock(), left);
    }
  }

  private void coupons() {
    Map<Long, Long> issued =
        all(Table.ISSUED_COUPONS).stream()
            .collect(groupingBy(IssuedCouponRow::couponId, counting()));
    for (CouponRow row : all(Table.COUPONS)) {
      long left = row.openingQuantity() - issued.getOrDefault(row.id(), 0L);
      equal("quantity of coupon " + row.id(), row.quantity(), left);
      equal("whether coupon " + row.id() + " is within its limit", left >= 0, true);
    }
  }

  private void issuedCoupons() {
    Map<Long, Long> uses =
        orders.values().stream()
            .filter(order -> order.issuedCouponId() != null && isLive(order.id()))
            .collect(groupingBy(OrderRow::issuedCouponId, counting()));
    List<IssuedCouponRow> issued = all(Table.ISSUED_COUPONS);
    for (IssuedCouponRow row : issued) {
      long used = row.status() == IssuedCouponStatus.USED ? 1 : 0;
      equal("uses of issued coupon " + row.id(), used, uses.getOrDefault(row.id(), 0L));
    }
    long distinct =
        issued.stream().map(row -> List.of(row.userId(), row.couponId())).distinct().count();
    equal("the number of issued coupons", (long) issued.size(), distinct);
  }

  private void order(OrderRow order) {
    List<OrderItemRow> items = itemsByOrder.getOrDefault(order.id(), List.of());
    String what = " of order " + order.id();
    equal("whether there are items" + what, !items.isEmpty(), true);
    equal(
        "total" + what,
        order.totalAmount(),
        sum(items.stream().mapToLong(i -> i.unitPrice() * i.quantity())));
    equal(
        "discount" + what,
        order.discountAmount(),
        sum(items.stream().mapToLong(OrderItemRow::discountShare)));
    equal(
        "payment amount" + what,
        order.paymentAmount(),
        order.totalAmount() - order.discountAmount());
  }

  private static long sum(LongStream numbers) {
    return numbers.sum();
  }

  private void payments() {
    Map<Long, List<PaymentRow>> payments =
        all(Table.PAYMENTS).stream().collect(groupingBy(PaymentRow::orderId));
    equal("orders with a payment", payments.keySet(), orders.keySet());
    for (OrderRow order : orders.values()) {
      List<PaymentRow> own = payments.getOrDefault(order.id(), List.of());
      equal("number of payments of order " + order.id(), own.size(), 1);
      own.forEach(payment -> payment(order, payment));
    }
  }

  private void payment(OrderRow order, PaymentRow payment) {
    equal("amount of payment " + payment.id(), payment.amount(), order.paymentAmount());
    PaymentStatus fitting =
        switch (order.status()) {
          case PLACED -> PaymentStatus.PENDING;
          case PAID -> PaymentStatus.PAID;
          case CANCELLED ->
              payment.paidAt() == null ? PaymentStatus.CANCELLED : PaymentStatus.REFUNDED;
        };
    equal("status of payment " + payment.id(), payment.status(), fitting);
  }

  /** An order's events number its versions, from the first to the present one. */
  private void events() {
    Map<Long, List<Long>> versions =
        all(Table.EVENTS).stream()
            .filter(event -> event.version() > 0)
            .collect(groupingBy(EventRow::subjectId, mapping(EventRow::version, toList())));
    for (OrderRow order : orders.values()) {
      List<Long> numbered = versions.getOrDefault(order.id(), List.of()).stream().sorted().toList();
      List<Long> expected = LongStream.rangeClosed(1, order.version()).boxed().toList();
      equal("versions in the events of order " + order.id(), numbered, expected);
    }
  }
}
