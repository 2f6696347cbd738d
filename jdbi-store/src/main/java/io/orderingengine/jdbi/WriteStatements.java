package io.orderingengine.jdbi;

import io.orderingengine.spi.Changes;
import io.orderingengine.spi.CommandKeyRow;
import io.orderingengine.spi.Delta;
import io.orderingengine.spi.IssuedCouponChange;
import io.orderingengine.spi.OrderChange;
import io.orderingengine.spi.PaymentChange;
import io.orderingengine.spi.PriceChange;
import io.orderingengine.spi.Row;
import io.orderingengine.spi.SaleChange;
import io.orderingengine.spi.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The round that writes: one statement for each kind of change, whatever their number, every one
 * guarded and counted. Rows go in before those that refer to them, equal kinds always in the same
 * order.
 */
final class WriteStatements {
  private static final Comparator<CommandKeyRow> BY_KEY =
      Comparator.<CommandKeyRow>comparingLong(row -> row.key().scope())
          .thenComparing(row -> row.key().command())
          .thenComparing(row -> row.key().key());

  private final List<String> inserts;
  private final String commandKeys;
  private final Update<Delta> balances;
  private final Update<Delta> couponQuantities;
  private final Update<Delta> stocks;
  private final Update<IssuedCouponChange> issuedCoupons;
  private final Update<OrderChange> orders;
  private final Update<PaymentChange> payments;
  private final Update<PriceChange> prices;
  private final Update<SaleChange> sales;
  private final String lane;

  /** A guarded change of rows of one table. */
  private record Update<U>(String table, String sql, List<Column<U>> columns) {}

  WriteStatements(Prefix prefix, Database database) {
    inserts = Table.ALL.stream().map(table -> insert(prefix, database, table)).toList();
    commandKeys =
        database
            .encoding()
            .insert(prefix.table(Shapes.COMMAND_KEY.table()), Shapes.COMMAND_KEY.columns());
    balances = move(prefix, database, "balance", "balance");
    couponQuantities = move(prefix, database, "coupon", "quantity");
    stocks = move(prefix, database, "product_details", "stock");
    issuedCoupons =
        update(
            prefix,
            database,
            Shape.<IssuedCouponChange>of("issued_coupon")
                .number("id", IssuedCouponChange::id)
                .oneOf("from_status", IssuedCouponChange::from)
                .oneOf("to_status", IssuedCouponChange::to)
                .time("to_used_at", IssuedCouponChange::usedAt),
            "status = d.to_status, used_at = d.to_used_at",
            "t.status = d.from_status");
    orders =
        update(
            prefix,
            database,
            Shape.<OrderChange>of("order")
                .number("id", OrderChange::id)
                .oneOf("from_status", OrderChange::from)
                .oneOf("to_status", OrderChange::to)
                .number("from_version", OrderChange::fromVersion)
                .number("to_version", OrderChange::toVersion)
                .time("at", OrderChange::at),
            "status = d.to_status, version = d.to_version, modified_at = d.at",
            "t.status = d.from_status AND t.version = d.from_version");
    payments =
        update(
            prefix,
            database,
            Shape.<PaymentChange>of("payment")
                .number("id", PaymentChange::id)
                .oneOf("from_status", PaymentChange::from)
                .oneOf("to_status", PaymentChange::to)
                .time("to_paid_at", PaymentChange::paidAt)
                .time("at", PaymentChange::at),
            "status = d.to_status, paid_at = d.to_paid_at, modified_at = d.at",
            "t.status = d.from_status");
    prices =
        update(
            prefix,
            database,
            Shape.<PriceChange>of("product_details")
                .number("id", PriceChange::id)
                .number("from_price", PriceChange::from)
                .number("to_price", PriceChange::to)
                .time("at", PriceChange::at),
            "price = d.to_price, modified_at = d.at",
            "t.price = d.from_price");
    sales =
        update(
            prefix,
            database,
            Shape.<SaleChange>of("product_details")
                .number("id", SaleChange::id)
                .flag("to_on_sale", SaleChange::onSale)
                .time("at", SaleChange::at),
            "on_sale = d.to_on_sale, modified_at = d.at",
            "TRUE");
    lane =
        "UPDATE " + prefix.table("lane") + " SET transaction_number = ?, used_at = ? WHERE id = ?";
  }

  private static String insert(Prefix prefix, Database database, Table<?> table) {
    Shape<?> shape = Shapes.of(table);
    return database.encoding().insert(prefix.table(shape.table()), shape.columns());
  }

  /** Moves a number, never below zero. */
  private static Update<Delta> move(Prefix prefix, Database database, String table, String number) {
    return update(
        prefix,
        database,
        Shape.<Delta>of(table)
            .number("id", Delta::id)
            .number("amount", Delta::amount)
            .time("at", Delta::at),
        number + " = t." + number + " + d.amount, modified_at = d.at",
        "t." + number + " + d.amount >= 0");
  }

  private static <U> Update<U> update(
      Prefix prefix, Database database, Shape.Builder<U> shape, String set, String guard) {
    List<Column<U>> columns = shape.columns();
    String table = prefix.table(shape.table());
    return new Update<>(shape.table(), database.update(table, columns, set, guard), columns);
  }

  /** The steps that write the changes. */
  List<Step> steps(Changes changes) {
    List<Step> steps = new ArrayList<>();
    Table.ALL.forEach(table -> insert(steps, changes, table));
    insertKeys(steps, changes.commandKeys());
    add(steps, balances, changes.balances());
    add(steps, issuedCoupons, changes.issuedCoupons());
    add(steps, orders, changes.orders());
    add(steps, payments, changes.payments());
    add(steps, couponQuantities, changes.couponQuantities());
    add(steps, stocks, changes.stocks());
    add(steps, prices, changes.prices());
    add(steps, sales, changes.sales());
    return steps;
  }

  /** The same, and the transaction's number into its lane's row. */
  List<Step> steps(Changes changes, Lane inLane, Instant at) {
    List<Step> steps = steps(changes);
    steps.add(
        new Step.WriteOne(
            lane,
            List.of(Argument.of(inLane.next()), Argument.of(at), Argument.of(inLane.id())),
            "lane"));
    return steps;
  }

  private <R extends Row> void insert(List<Step> steps, Changes changes, Table<R> table) {
    List<R> rows = changes.inserts(table);
    add(steps, table.name(), inserts.get(table.ordinal()), Shapes.of(table).columns(), rows);
  }

  private void insertKeys(List<Step> steps, List<CommandKeyRow> rows) {
    List<CommandKeyRow> sorted = rows.size() < 2 ? rows : rows.stream().sorted(BY_KEY).toList();
    add(steps, "command_key", commandKeys, Shapes.COMMAND_KEY.columns(), sorted);
  }

  private static <U> void add(List<Step> steps, Update<U> update, List<U> changes) {
    add(steps, update.table(), update.sql(), update.columns(), changes);
  }

  private static <T> void add(
      List<Step> steps, String table, String sql, List<Column<T>> columns, List<T> items) {
    if (!items.isEmpty()) {
      steps.add(new Step.WriteAll<>(sql, columns, items, table));
    }
  }
}
