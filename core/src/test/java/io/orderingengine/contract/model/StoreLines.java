package io.orderingengine.contract.model;

import io.orderingengine.contract.model.Numbers.Kind;
import io.orderingengine.event.EventType;
import io.orderingengine.spi.CouponRow;
import io.orderingengine.spi.EventRow;
import io.orderingengine.spi.IssuedCouponRow;
import io.orderingengine.spi.OrderRow;
import io.orderingengine.spi.PaymentRow;
import io.orderingengine.spi.ProductDetailRow;
import io.orderingengine.spi.Row;
import io.orderingengine.spi.StoreQueries;
import io.orderingengine.spi.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** A store's rows as lines, to be compared with the model's. */
final class StoreLines {
  private static final int CHUNK = 1_000;

  private final StoreQueries queries;
  private final Numbers numbers;
  private final List<String> lines = new ArrayList<>();

  private StoreLines(StoreQueries queries, Numbers numbers) {
    this.queries = queries;
    this.numbers = numbers;
  }

  static List<String> of(StoreQueries queries, Numbers numbers) {
    var rows = new StoreLines(queries, numbers);
    rows.readUsers();
    rows.readCatalog();
    rows.readCoupons();
    rows.readOrders();
    rows.add(Table.EVENTS, rows::event);
    return rows.lines.stream().sorted().toList();
  }

  private <R extends Row> void add(Table<R> table, Function<R, String> line) {
    long after = 0;
    List<R> chunk;
    do {
      chunk = queries.chunk(table, after, CHUNK);
      chunk.forEach(row -> lines.add(line.apply(row)));
      after = chunk.isEmpty() ? after : chunk.get(chunk.size() - 1).id();
    } while (chunk.size() == CHUNK);
  }

  private Long number(Kind kind, Long id) {
    return id == null ? null : (Long) numbers.number(kind, id);
  }

  private void readUsers() {
    add(
        Table.USERS,
        u -> Text.line("user", number(Kind.USER, u.id()), u.name(), u.externalId(), u.createdAt()));
    add(
        Table.BALANCES,
        b ->
            Text.line(
                "balance",
                number(Kind.USER, b.userId()),
                b.balance(),
                b.createdAt(),
                b.modifiedAt()));
    add(
        Table.BALANCE_HISTORIES,
        h ->
            Text.line(
                "history",
                number(Kind.USER, h.balanceId()),
                h.transactionType(),
                h.amount(),
                number(Kind.ISSUED, h.issuedCouponId()),
                h.createdAt()));
  }

  private void readCatalog() {
    add(
        Table.PRODUCTS,
        p -> Text.line("product", number(Kind.PRODUCT, p.id()), p.externalId(), p.createdAt()));
    add(Table.PRODUCT_DETAILS, this::option);
    add(
        Table.STOCK_ADJUSTMENTS,
        a ->
            Text.line(
                "adjustment", number(Kind.OPTION, a.productDetailId()), a.units(), a.createdAt()));
  }

  private String option(ProductDetailRow o) {
    return Text.line(
        "option",
        number(Kind.OPTION, o.id()),
        number(Kind.PRODUCT, o.productId()),
        o.price(),
        o.stock(),
        o.onSale(),
        o.externalId(),
        o.createdAt(),
        o.modifiedAt());
  }

  private void readCoupons() {
    add(Table.COUPONS, this::coupon);
    add(Table.ISSUED_COUPONS, this::issued);
  }

  private String coupon(CouponRow c) {
    return Text.line(
        "coupon",
        number(Kind.COUPON, c.id()),
        c.discountPrice(),
        c.quantity(),
        c.openingQuantity(),
        c.validity().toSeconds(),
        c.externalId(),
        c.createdAt(),
        c.modifiedAt());
  }

  private String issued(IssuedCouponRow i) {
    return Text.line(
        "issued",
        number(Kind.ISSUED, i.id()),
        number(Kind.USER, i.userId()),
        number(Kind.COUPON, i.couponId()),
        i.status(),
        i.usedAt(),
        i.expiredAt(),
        i.createdAt());
  }

  private void readOrders() {
    add(Table.ORDERS, this::order);
    add(
        Table.ORDER_ITEMS,
        i ->
            Text.line(
                "item",
                number(Kind.ORDER, i.orderId()),
                number(Kind.OPTION, i.productDetailId()),
                i.unitPrice(),
                i.quantity(),
                i.discountShare()));
    add(Table.PAYMENTS, this::payment);
  }

  private String order(OrderRow o) {
    return Text.line(
        "order",
        number(Kind.ORDER, o.id()),
        number(Kind.USER, o.userId()),
        number(Kind.ISSUED, o.issuedCouponId()),
        o.status(),
        o.totalAmount(),
        o.discountAmount(),
        o.paymentAmount(),
        o.externalId(),
        o.expiresAt(),
        o.version(),
        o.createdAt(),
        o.modifiedAt());
  }

  private String payment(PaymentRow p) {
    return Text.line(
        "payment",
        number(Kind.ORDER, p.orderId()),
        p.status(),
        p.amount(),
        p.paidAt(),
        p.createdAt(),
        p.modifiedAt());
  }

  private String event(EventRow e) {
    return Text.line(
        "event",
        e.type(),
        number(subject(e.type()), e.subjectId()),
        e.userId() == 0 ? (Long) 0L : number(Kind.USER, e.userId()),
        e.amount(),
        e.version(),
        e.createdAt());
  }

  private static Kind subject(EventType type) {
    return switch (type) {
      case USER_REGISTERED, BALANCE_CHARGED -> Kind.USER;
      case PRODUCT_ADDED -> Kind.PRODUCT;
      case OPTION_ADDED, PRICE_CHANGED, STOCK_ADJUSTED, SALE_OPENED, SALE_CLOSED -> Kind.OPTION;
      case COUPON_CREATED -> Kind.COUPON;
      case COUPON_ISSUED -> Kind.ISSUED;
      case ORDER_PLACED, ORDER_CHECKED_OUT, ORDER_PAID, ORDER_CANCELLED, ORDER_EXPIRED ->
          Kind.ORDER;
    };
  }
}
