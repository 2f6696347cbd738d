package io.orderingengine.spi;

import java.util.List;

/**
 * A table of rows that have an id. {@link #ALL} has every one, each after those that it refers to.
 *
 * @param <R> its rows
 */
public final class Table<R extends Row> {
  public static final Table<UserRow> USERS = new Table<>(0, "user", UserRow.class);
  public static final Table<BalanceRow> BALANCES = new Table<>(1, "balance", BalanceRow.class);
  public static final Table<CouponRow> COUPONS = new Table<>(2, "coupon", CouponRow.class);
  public static final Table<IssuedCouponRow> ISSUED_COUPONS =
      new Table<>(3, "issued_coupon", IssuedCouponRow.class);
  public static final Table<BalanceHistoryRow> BALANCE_HISTORIES =
      new Table<>(4, "balance_history", BalanceHistoryRow.class);
  public static final Table<ProductRow> PRODUCTS = new Table<>(5, "product", ProductRow.class);
  public static final Table<ProductDetailRow> PRODUCT_DETAILS =
      new Table<>(6, "product_details", ProductDetailRow.class);
  public static final Table<OrderRow> ORDERS = new Table<>(7, "order", OrderRow.class);
  public static final Table<OrderItemRow> ORDER_ITEMS =
      new Table<>(8, "order_item", OrderItemRow.class);
  public static final Table<PaymentRow> PAYMENTS = new Table<>(9, "payment", PaymentRow.class);
  public static final Table<EventRow> EVENTS = new Table<>(10, "event", EventRow.class);
  public static final Table<StockAdjustmentRow> STOCK_ADJUSTMENTS =
      new Table<>(11, "stock_adjustment", StockAdjustmentRow.class);

  /** Every table, by its ordinal. */
  public static final List<Table<?>> ALL =
      List.of(
          USERS,
          BALANCES,
          COUPONS,
          ISSUED_COUPONS,
          BALANCE_HISTORIES,
          PRODUCTS,
          PRODUCT_DETAILS,
          ORDERS,
          ORDER_ITEMS,
          PAYMENTS,
          EVENTS,
          STOCK_ADJUSTMENTS);

  private final int ordinal;
  private final String name;
  private final Class<R> rowType;

  private Table(int ordinal, String name, Class<R> rowType) {
    this.ordinal = ordinal;
    this.name = name;
    this.rowType = rowType;
  }

  /** Its place in {@link #ALL}. */
  public int ordinal() {
    return ordinal;
  }

  /** Its name in the model, without a prefix. */
  public String name() {
    return name;
  }

  public Class<R> rowType() {
    return rowType;
  }

  @Override
  public String toString() {
    return name;
  }
}
