package io.orderingengine.jdbi;

import io.orderingengine.spi.BalanceHistoryRow;
import io.orderingengine.spi.BalanceRow;
import io.orderingengine.spi.CommandKey;
import io.orderingengine.spi.CommandKeyRow;
import io.orderingengine.spi.CouponRow;
import io.orderingengine.spi.ExternalId;
import io.orderingengine.spi.IssuedCouponRow;
import io.orderingengine.spi.Keyset;
import io.orderingengine.spi.OrderItemRow;
import io.orderingengine.spi.OrderRow;
import io.orderingengine.spi.OrderRows;
import io.orderingengine.spi.PaymentRow;
import io.orderingengine.spi.ProductDetailRow;
import io.orderingengine.spi.ProductRow;
import io.orderingengine.spi.ProductRows;
import io.orderingengine.spi.Row;
import io.orderingengine.spi.StoreQueries;
import io.orderingengine.spi.Table;
import io.orderingengine.spi.UserRow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads, each one statement, so that each sees one snapshot. Thread-safe. */
final class JdbiQueries implements StoreQueries {
  private final Transactions transactions;
  private final Prefix prefix;
  private final Database database;
  private final String products;
  private final String details;
  private final String orders;
  private final String items;

  JdbiQueries(Transactions transactions, Prefix prefix, Database database) {
    this.transactions = transactions;
    this.prefix = prefix;
    this.database = database;
    products =
        "SELECT %s, %s FROM (%s"
            .formatted(
                Shapes.PRODUCT.columns("p"),
                Shapes.PRODUCT_DETAIL.columns("d"),
                select(Shapes.PRODUCT));
    details = ") AS p JOIN %sproduct_details AS d ON d.product_id = p.id".formatted(prefix);
    orders =
        "SELECT %s, %s, %s FROM (%s"
            .formatted(
                Shapes.ORDER.columns("o"),
                Shapes.PAYMENT.columns("p"),
                Shapes.ORDER_ITEM.columns("i"),
                select(Shapes.ORDER));
    items =
        ") AS o JOIN %1$spayment AS p ON p.order_id = o.id JOIN %1$sorder_item AS i ON i.order_id = o.id"
            .formatted(prefix);
  }

  @Override
  public @Nullable UserRow user(long id) {
    return first(rows(Shapes.USER, Part.one(id)));
  }

  @Override
  public @Nullable BalanceRow balance(long userId) {
    return first(rows(Shapes.BALANCE, Part.one(userId)));
  }

  @Override
  public @Nullable ProductRows product(long id) {
    return first(products(Part.one(id)));
  }

  @Override
  public @Nullable ProductDetailRow productDetail(long id) {
    return first(rows(Shapes.PRODUCT_DETAIL, Part.one(id)));
  }

  @Override
  public @Nullable CouponRow coupon(long id) {
    return first(rows(Shapes.COUPON, Part.one(id)));
  }

  @Override
  public @Nullable IssuedCouponRow issuedCoupon(long id) {
    return first(rows(Shapes.ISSUED_COUPON, Part.one(id)));
  }

  @Override
  public @Nullable OrderRows order(long id) {
    return first(orders(Part.one(id)));
  }

  @Override
  public @Nullable Long idOf(ExternalId key) {
    String table = prefix.table(ExternalIds.table(key.kind()));
    String sql = "SELECT id FROM " + table + " WHERE external_id = ?" + database.fresh();
    return first(list(sql, Cells::number, List.of(Argument.of(key.value()))));
  }

  @Override
  public @Nullable CommandKeyRow commandKey(CommandKey key) {
    String sql =
        select(Shapes.COMMAND_KEY)
            + " WHERE t.scope = ? AND t.command = ? AND t.idempotency_key = ?"
            + database.fresh();
    List<Argument> arguments =
        List.of(Argument.of(key.scope()), Argument.of(key.command()), Argument.of(key.key()));
    return first(list(sql, Shapes.COMMAND_KEY.reader(), arguments));
  }

  @Override
  public List<ProductRows> products(Keyset keyset) {
    return products(Part.of(keyset));
  }

  @Override
  public List<CouponRow> coupons(Keyset keyset) {
    return rows(Shapes.COUPON, Part.of(keyset));
  }

  @Override
  public List<IssuedCouponRow> issuedCoupons(long userId, Keyset keyset) {
    return rows(Shapes.ISSUED_COUPON, Part.of("user_id", userId, keyset));
  }

  @Override
  public List<BalanceHistoryRow> balanceHistory(long userId, Keyset keyset) {
    return rows(Shapes.BALANCE_HISTORY, Part.of("balance_id", userId, keyset));
  }

  @Override
  public List<OrderRows> orders(long userId, Keyset keyset) {
    return orders(Part.of("user_id", userId, keyset));
  }

  @Override
  public List<OrderRows> expiredOrders(Instant time, int limit) {
    return orders(Part.expired(time, limit));
  }

  @Override
  public <R extends Row> List<R> chunk(Table<R> table, long afterId, int limit) {
    return rows(Shapes.of(table), Part.chunk(afterId, limit));
  }

  private List<ProductRows> products(Part part) {
    String sql =
        products + part.sql(database) + details + " ORDER BY " + part.orderOf("p") + ", d.id";
    Gathering<ProductRow, ProductDetailRow> gathering = new Gathering<>();
    each(
        sql,
        part.arguments(),
        cells -> {
          ProductRow product = Shapes.PRODUCT.reader().read(cells);
          gathering.add(product, Shapes.PRODUCT_DETAIL.reader().read(cells));
        });
    return gathering.toList(ProductRows::new);
  }

  private List<OrderRows> orders(Part part) {
    String sql = orders + part.sql(database) + items + " ORDER BY " + part.orderOf("o") + ", i.id";
    Gathering<PaidOrder, OrderItemRow> gathering = new Gathering<>();
    each(
        sql,
        part.arguments(),
        cells -> {
          OrderRow order = Shapes.ORDER.reader().read(cells);
          PaymentRow payment = Shapes.PAYMENT.reader().read(cells);
          gathering.add(new PaidOrder(order, payment), Shapes.ORDER_ITEM.reader().read(cells));
        });
    return gathering.toList((order, items) -> new OrderRows(order.order, items, order.payment));
  }

  private record PaidOrder(OrderRow order, PaymentRow payment) {}

  private <R> List<R> rows(Shape<R> shape, Part part) {
    return list(select(shape) + part.sql(database), shape.reader(), part.arguments());
  }

  private String select(Shape<?> shape) {
    return "SELECT " + shape.columns("t") + " FROM " + prefix.table(shape.table()) + " AS t";
  }

  private <R> List<R> list(String sql, Shape.Reader<R> reader, List<Argument> arguments) {
    List<R> rows = new ArrayList<>();
    each(sql, arguments, cells -> rows.add(reader.read(cells)));
    return List.copyOf(rows);
  }

  private void each(String sql, List<Argument> arguments, Step.EachRow row) {
    transactions.read(new Step.Read(sql, arguments, row));
  }

  private static <R> @Nullable R first(List<R> rows) {
    return rows.isEmpty() ? null : rows.get(0);
  }
}
