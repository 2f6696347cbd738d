package io.orderingengine.jdbi;

import io.orderingengine.spi.CommandKey;
import io.orderingengine.spi.ExternalId;
import io.orderingengine.spi.PaymentRow;
import io.orderingengine.spi.Row;
import io.orderingengine.spi.RowIds;
import io.orderingengine.spi.RowKeys;
import io.orderingengine.spi.UserCoupon;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The round that locks and reads: one statement for each kind of row that the keys name, whatever
 * their number. Every lock is taken through the primary key, in ascending order, in the order of
 * tables that {@link RowKeys} defines; what is addressed by an alternate key is read after all
 * locks are held.
 */
final class LockStatements {
  private static final List<Column<UserCoupon>> USER_COUPON =
      Shape.<UserCoupon>of("issued_coupon")
          .number("user_id", UserCoupon::userId)
          .number("coupon_id", UserCoupon::couponId)
          .columns();

  private static final List<Column<CommandKey>> COMMAND_KEY =
      Shape.<CommandKey>of("command_key")
          .number("scope", CommandKey::scope)
          .text("command", CommandKey::command)
          .text("idempotency_key", CommandKey::key)
          .columns();

  private final String balances;
  private final String issuedCoupons;
  private final String orders;
  private final String items;
  private final String payments;
  private final String coupons;
  private final String productDetails;
  private final String users;
  private final String products;
  private final String userCoupons;
  private final String commandKeys;
  private final Map<ExternalId.Kind, String> externalIds = new EnumMap<>(ExternalId.Kind.class);

  LockStatements(Prefix prefix, Database database, Timeouts timeouts) {
    String forUpdate = " ORDER BY t.id" + database.forUpdate(timeouts);
    String fresh = database.fresh();
    balances = byId(prefix, Shapes.BALANCE, "") + forUpdate;
    String discount =
        ", (SELECT c.discount_price FROM "
            + prefix.table("coupon")
            + " AS c WHERE c.id = t.coupon_id)";
    issuedCoupons = byId(prefix, Shapes.ISSUED_COUPON, discount) + forUpdate;
    orders = byId(prefix, Shapes.ORDER, "") + forUpdate;
    items = byOrder(prefix, Shapes.ORDER_ITEM) + fresh + " ORDER BY t.id";
    payments = byOrder(prefix, Shapes.PAYMENT) + fresh;
    coupons = byId(prefix, Shapes.COUPON, "") + forUpdate;
    productDetails = byId(prefix, Shapes.PRODUCT_DETAIL, "") + forUpdate;
    users = byId(prefix, Shapes.USER, "") + fresh;
    products = byId(prefix, Shapes.PRODUCT, "") + fresh;
    userCoupons = byKeys(prefix, database, Shapes.ISSUED_COUPON, USER_COUPON) + fresh;
    commandKeys = byKeys(prefix, database, Shapes.COMMAND_KEY, COMMAND_KEY) + fresh;
    for (ExternalId.Kind kind : ExternalId.Kind.values()) {
      externalIds.put(
          kind,
          "SELECT t.id, t.external_id FROM "
              + prefix.table(ExternalIds.table(kind))
              + " AS t WHERE t.external_id = ANY(?)"
              + fresh);
    }
  }

  private static String byId(Prefix prefix, Shape<?> shape, String more) {
    return select(prefix, shape, more) + " WHERE t.id = ANY(?)";
  }

  private static String byOrder(Prefix prefix, Shape<?> shape) {
    return select(prefix, shape, "") + " WHERE t.order_id = ANY(?)";
  }

  private static <K> String byKeys(
      Prefix prefix, Database database, Shape<?> shape, List<Column<K>> columns) {
    return select(prefix, shape, "")
        + columns.stream()
            .map(column -> "t." + column.name() + " = d." + column.name())
            .collect(Collectors.joining(" AND ", " JOIN " + database.rows(columns) + " ON ", ""));
  }

  private static String select(Prefix prefix, Shape<?> shape, String more) {
    return "SELECT " + shape.columns("t") + more + " FROM " + prefix.table(shape.table()) + " AS t";
  }

  /** The steps that lock and read what the keys name, and put it into the rows. */
  List<Step> steps(RowKeys keys, LockedRows rows) {
    List<Step> steps = new ArrayList<>();
    read(steps, balances, keys.balances(), Shapes.BALANCE, rows.balances);
    if (!keys.issuedCoupons().isEmpty()) {
      read(
          steps,
          issuedCoupons,
          keys.issuedCoupons(),
          cells -> {
            var row = Shapes.ISSUED_COUPON.reader().read(cells);
            rows.issuedCoupons.put(row.id(), row);
            rows.discountPrices.put(row.id(), cells.number());
          });
    }
    read(steps, orders, keys.orders(), Shapes.ORDER, rows.orders);
    read(steps, coupons, keys.coupons(), Shapes.COUPON, rows.coupons);
    read(steps, productDetails, keys.productDetails(), Shapes.PRODUCT_DETAIL, rows.productDetails);
    if (!keys.orders().isEmpty()) {
      read(steps, items, keys.orders(), cells -> rows.add(Shapes.ORDER_ITEM.reader().read(cells)));
      read(
          steps,
          payments,
          keys.orders(),
          cells -> {
            PaymentRow row = Shapes.PAYMENT.reader().read(cells);
            rows.payments.put(row.orderId(), row);
          });
    }
    read(steps, users, keys.users(), Shapes.USER, rows.users);
    read(steps, products, keys.products(), Shapes.PRODUCT, rows.products);
    readAlternates(steps, keys, rows);
    return steps;
  }

  /** Command keys last: who meets another's external id meets its command key too. */
  private void readAlternates(List<Step> steps, RowKeys keys, LockedRows rows) {
    read(
        steps,
        userCoupons,
        USER_COUPON,
        keys.userCoupons(),
        Shapes.ISSUED_COUPON,
        row -> new UserCoupon(row.userId(), row.couponId()),
        rows.userCoupons);
    externalIds.forEach((kind, sql) -> readExternalIds(steps, kind, sql, keys, rows));
    read(
        steps,
        commandKeys,
        COMMAND_KEY,
        keys.commandKeys(),
        Shapes.COMMAND_KEY,
        row -> row.key(),
        rows.commandKeys);
  }

  private static void readExternalIds(
      List<Step> steps, ExternalId.Kind kind, String sql, RowKeys keys, LockedRows rows) {
    Object[] values =
        keys.externalIds().stream()
            .filter(key -> key.kind() == kind)
            .map(ExternalId::value)
            .toArray();
    if (values.length > 0) {
      steps.add(
          new Step.Read(
              sql,
              List.of(Argument.array(ColumnType.TEXT, values)),
              cells -> {
                long id = cells.number();
                rows.externalIds.put(new ExternalId(kind, cells.text()), id);
              }));
    }
  }

  private static <R extends Row> void read(
      List<Step> steps, String sql, RowIds ids, Shape<R> shape, Named<Long, R> rows) {
    if (!ids.isEmpty()) {
      read(
          steps,
          sql,
          ids,
          cells -> {
            R row = shape.reader().read(cells);
            rows.put(row.id(), row);
          });
    }
  }

  private static void read(List<Step> steps, String sql, RowIds ids, Step.EachRow each) {
    steps.add(new Step.Read(sql, List.of(Argument.array(ids)), each));
  }

  private static <K, R> void read(
      List<Step> steps,
      String sql,
      List<Column<K>> columns,
      List<K> keys,
      Shape<R> shape,
      Function<R, K> key,
      Named<K, R> rows) {
    if (!keys.isEmpty()) {
      steps.add(
          new Step.Read(
              sql,
              columns.stream().map(column -> column.of(keys)).toList(),
              cells -> {
                R row = shape.reader().read(cells);
                rows.put(key.apply(row), row);
              }));
    }
  }
}
