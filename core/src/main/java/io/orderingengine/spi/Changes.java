package io.orderingengine.spi;

import io.orderingengine.spi.ExternalId.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.ObjLongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Everything that one transaction writes. Each update is guarded: the store makes it only where the
 * row still meets the condition that the update states, counts what it made, and commits only if
 * the count is full. Each list of updates names a row at most once, in ascending id order.
 * Immutable.
 */
public final class Changes {
  private static final Comparator<Update> UPDATES_BY_ID = Comparator.comparingLong(Update::id);
  private static final Comparator<Object> ROWS_BY_ID =
      Comparator.comparingLong(row -> ((Row) row).id());
  private static final Changes NONE = builder().build();

  private final List<?>[] inserts;
  private final List<CommandKeyRow> commandKeys;
  private final List<Delta> balances;
  private final List<Delta> couponQuantities;
  private final List<Delta> stocks;
  private final List<IssuedCouponChange> issuedCoupons;
  private final List<OrderChange> orders;
  private final List<PaymentChange> payments;
  private final List<PriceChange> prices;
  private final List<SaleChange> sales;

  private Changes(Builder builder) {
    inserts = builder.inserts;
    for (int i = 0; i < inserts.length; i++) {
      inserts[i] = ascending(inserts[i]);
    }
    commandKeys = unmodifiable(builder.commandKeys);
    balances = merged(builder.balances, Delta::and);
    couponQuantities = merged(builder.couponQuantities, Delta::and);
    stocks = merged(builder.stocks, Delta::and);
    issuedCoupons = merged(builder.issuedCoupons, IssuedCouponChange::and);
    orders = merged(builder.orders, OrderChange::and);
    payments = merged(builder.payments, PaymentChange::and);
    prices = merged(builder.prices, PriceChange::and);
    sales = merged(builder.sales, SaleChange::and);
  }

  private Changes(Changes others, List<CommandKeyRow> commandKeys) {
    inserts = others.inserts;
    this.commandKeys = commandKeys;
    balances = others.balances;
    couponQuantities = others.couponQuantities;
    stocks = others.stocks;
    issuedCoupons = others.issuedCoupons;
    orders = others.orders;
    payments = others.payments;
    prices = others.prices;
    sales = others.sales;
  }

  public static Builder builder() {
    return new Builder();
  }

  public static Changes none() {
    return NONE;
  }

  /** The same changes, and one more idempotency key. */
  public Changes with(CommandKeyRow row) {
    if (commandKeys.isEmpty()) {
      return new Changes(this, List.of(row));
    }
    List<CommandKeyRow> more = new ArrayList<>(commandKeys);
    more.add(row);
    return new Changes(this, Collections.unmodifiableList(more));
  }

  public boolean isEmpty() {
    return commandKeys.isEmpty()
        && balances.isEmpty()
        && couponQuantities.isEmpty()
        && stocks.isEmpty()
        && issuedCoupons.isEmpty()
        && orders.isEmpty()
        && payments.isEmpty()
        && prices.isEmpty()
        && sales.isEmpty()
        && !hasInserts();
  }

  private boolean hasInserts() {
    for (List<?> rows : inserts) {
      if (!rows.isEmpty()) {
        return true;
      }
    }
    return false;
  }

  /**
   * The new rows of one table, in ascending id order. An id, or an alternate key, that is taken is
   * a conflict.
   */
  @SuppressWarnings("unchecked") // insert() lets only rows of the table in
  public <R extends Row> List<R> inserts(Table<R> table) {
    return (List<R>) inserts[table.ordinal()];
  }

  /** Visits the external id of each new row that has one, with the row's id. */
  public void forEachExternalId(ObjLongConsumer<ExternalId> visit) {
    forEach(Table.USERS, Kind.USER, UserRow::externalId, visit);
    forEach(Table.PRODUCTS, Kind.PRODUCT, ProductRow::externalId, visit);
    forEach(Table.PRODUCT_DETAILS, Kind.PRODUCT_DETAIL, ProductDetailRow::externalId, visit);
    forEach(Table.COUPONS, Kind.COUPON, CouponRow::externalId, visit);
    forEach(Table.ORDERS, Kind.ORDER, OrderRow::externalId, visit);
  }

  private <R extends Row> void forEach(
      Table<R> table,
      Kind kind,
      Function<R, @Nullable String> externalId,
      ObjLongConsumer<ExternalId> visit) {
    for (R row : inserts(table)) {
      String value = externalId.apply(row);
      if (value != null) {
        visit.accept(new ExternalId(kind, value), row.id());
      }
    }
  }

  /** The idempotency keys that were used; one that is taken is a conflict. */
  public List<CommandKeyRow> commandKeys() {
    return commandKeys;
  }

  /** Moves of {@code balance.balance}; none may bring it below zero. */
  public List<Delta> balances() {
    return balances;
  }

  /** Moves of {@code coupon.quantity}; none may bring it below zero. */
  public List<Delta> couponQuantities() {
    return couponQuantities;
  }

  /** Moves of {@code product_details.stock}; none may bring it below zero. */
  public List<Delta> stocks() {
    return stocks;
  }

  public List<IssuedCouponChange> issuedCoupons() {
    return issuedCoupons;
  }

  public List<OrderChange> orders() {
    return orders;
  }

  public List<PaymentChange> payments() {
    return payments;
  }

  public List<PriceChange> prices() {
    return prices;
  }

  public List<SaleChange> sales() {
    return sales;
  }

  /** One entry for each row, in ascending id order; what comes later builds on what came before. */
  private static <U extends Update> List<U> merged(List<U> updates, BinaryOperator<U> and) {
    if (updates.size() < 2) {
      return unmodifiable(updates);
    }
    updates.sort(UPDATES_BY_ID);
    return isDistinct(updates) ? Collections.unmodifiableList(updates) : together(updates, and);
  }

  private static boolean isDistinct(List<? extends Update> ascending) {
    for (int i = 1; i < ascending.size(); i++) {
      if (ascending.get(i).id() == ascending.get(i - 1).id()) {
        return false;
      }
    }
    return true;
  }

  private static <U extends Update> List<U> together(List<U> updates, BinaryOperator<U> and) {
    var rows = new ArrayList<U>(updates.size());
    for (U update : updates) {
      int last = rows.size() - 1;
      if (last >= 0 && rows.get(last).id() == update.id()) {
        rows.set(last, and.apply(rows.get(last), update));
      } else {
        rows.add(update);
      }
    }
    return Collections.unmodifiableList(rows);
  }

  private static List<?> ascending(List<?> rows) {
    if (rows.size() > 1) {
      rows.sort(ROWS_BY_ID);
    }
    return unmodifiable(rows);
  }

  private static <E> List<E> unmodifiable(List<E> list) {
    return list.isEmpty() ? List.of() : Collections.unmodifiableList(list);
  }

  /** Collects changes, and merges those of one row. Not thread-safe; builds once. */
  public static final class Builder {
    private static final List<?>[] NO_INSERTS =
        Table.ALL.stream().map(table -> List.of()).toArray(List<?>[]::new);

    private final List<?>[] inserts = NO_INSERTS.clone();
    private List<CommandKeyRow> commandKeys = List.of();
    private List<Delta> balances = List.of();
    private List<Delta> couponQuantities = List.of();
    private List<Delta> stocks = List.of();
    private List<IssuedCouponChange> issuedCoupons = List.of();
    private List<OrderChange> orders = List.of();
    private List<PaymentChange> payments = List.of();
    private List<PriceChange> prices = List.of();
    private List<SaleChange> sales = List.of();

    private Builder() {}

    @SuppressWarnings("unchecked") // only this method adds to the table's list
    public <R extends Row> Builder insert(Table<R> table, R row) {
      inserts[table.ordinal()] = and((List<R>) inserts[table.ordinal()], row);
      return this;
    }

    public Builder commandKey(CommandKeyRow row) {
      commandKeys = and(commandKeys, row);
      return this;
    }

    public Builder moveBalance(long id, long amount, Instant at) {
      balances = and(balances, new Delta(id, amount, at));
      return this;
    }

    public Builder moveCouponQuantity(long id, long amount, Instant at) {
      couponQuantities = and(couponQuantities, new Delta(id, amount, at));
      return this;
    }

    public Builder moveStock(long id, long amount, Instant at) {
      stocks = and(stocks, new Delta(id, amount, at));
      return this;
    }

    public Builder change(IssuedCouponChange change) {
      issuedCoupons = and(issuedCoupons, change);
      return this;
    }

    public Builder change(OrderChange change) {
      orders = and(orders, change);
      return this;
    }

    public Builder change(PaymentChange change) {
      payments = and(payments, change);
      return this;
    }

    public Builder change(PriceChange change) {
      prices = and(prices, change);
      return this;
    }

    public Builder change(SaleChange change) {
      sales = and(sales, change);
      return this;
    }

    /** Adds all of another, which was decided after these. */
    public Builder all(Changes changes) {
      Table.ALL.forEach(table -> insertAll(table, changes));
      changes.commandKeys.forEach(this::commandKey);
      changes.balances.forEach(delta -> balances = and(balances, delta));
      changes.couponQuantities.forEach(delta -> couponQuantities = and(couponQuantities, delta));
      changes.stocks.forEach(delta -> stocks = and(stocks, delta));
      changes.issuedCoupons.forEach(this::change);
      changes.orders.forEach(this::change);
      changes.payments.forEach(this::change);
      changes.prices.forEach(this::change);
      changes.sales.forEach(this::change);
      return this;
    }

    private <R extends Row> void insertAll(Table<R> table, Changes changes) {
      changes.inserts(table).forEach(row -> insert(table, row));
    }

    private static <R> List<R> and(List<R> rows, R row) {
      List<R> more = rows.isEmpty() ? new ArrayList<>(4) : rows;
      more.add(row);
      return more;
    }

    public Changes build() {
      return new Changes(this);
    }
  }
}
