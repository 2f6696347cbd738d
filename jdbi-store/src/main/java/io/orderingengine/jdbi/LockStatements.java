package io.orderingengine.jdbi;

import io.orderingengine.spi.CommandKey;
import io.orderingengine.spi.CommandKeyRow;
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
import java.util.stream.IntStream;

/**
 * The round that locks and reads: one statement for each kind of row that the keys name, whatever
 * their number. Every lock is taken through the primary key, in ascending order, in the order of
 * tables that {@link RowKeys} defines; what is addressed by an alternate key is read after all
 * locks are held.
 */
final class LockStatements {
  private static final List<Column<Long>> ID =
      Shape.<Long>of("any").number("id", id -> id).columns();

  private static final List<Column<Long>> ORDER_ID =
      Shape.<Long>of("any").number("order_id", id -> id).columns();

  private static final List<Column<ExternalId>> EXTERNAL_ID =
      Shape.<ExternalId>of("any").text("external_id", ExternalId::value).columns();

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
    String lock = " ORDER BY t.id" + database.forUpdate(timeouts);
    String fresh = database.fresh();
    var select = new Select(prefix, database);
    balances = select.of(Shapes.BALANCE, "", ID) + lock;
    String discount =
        ", (SELECT c.discount_price FROM "
            + prefix.table("coupon")
            + " AS c WHERE c.id = t.coupon_id)";
    issuedCoupons = select.of(Shapes.ISSUED_COUPON, discount, ID) + lock;
    orders = select.of(Shapes.ORDER, "", ID) + lock;
    coupons = select.of(Shapes.COUPON, "", ID) + lock;
    productDetails = select.of(Shapes.PRODUCT_DETAIL, "", ID) + lock;
    items = select.of(Shapes.ORDER_ITEM, "", ORDER_ID) + fresh + " ORDER BY t.id";
    payments = select.of(Shapes.PAYMENT, "", ORDER_ID) + fresh;
    users = select.of(Shapes.USER, "", ID) + fresh;
    products = select.of(Shapes.PRODUCT, "", ID) + fresh;
    userCoupons = select.of(Shapes.ISSUED_COUPON, "", USER_COUPON) + fresh;
    commandKeys = select.of(Shapes.COMMAND_KEY, "", COMMAND_KEY) + fresh;
    for (ExternalId.Kind kind : ExternalId.Kind.values()) {
      externalIds.put(
          kind,
          "SELECT t.id, t.external_id"
              + database.encoding().from(prefix.table(ExternalIds.table(kind)), EXTERNAL_ID)
              + fresh);
    }
  }

  /** Selects what keys of any number name. */
  private record Select(Prefix prefix, Database database) {
    String of(Shape<?> shape, String more, List<? extends Column<?>> keys) {
      return "SELECT "
          + shape.columns("t")
          + more
          + database.encoding().from(prefix.table(shape.table()), keys);
    }
  }

  /** The steps that lock and read what the keys name, and put it into the rows. */
  List<Step> steps(RowKeys keys, LockedRows rows) {
    List<Step> steps = new ArrayList<>();
    read(steps, balances, keys.balances(), into(rows.balances, Shapes.BALANCE));
    read(
        steps,
        issuedCoupons,
        keys.issuedCoupons(),
        cells -> {
          var row = Shapes.ISSUED_COUPON.reader().read(cells);
          rows.issuedCoupons.put(row.id(), row);
          rows.discountPrices.put(row.id(), cells.number());
        });
    read(steps, orders, keys.orders(), into(rows.orders, Shapes.ORDER));
    read(steps, coupons, keys.coupons(), into(rows.coupons, Shapes.COUPON));
    var productDetail = into(rows.productDetails, Shapes.PRODUCT_DETAIL);
    read(steps, productDetails, keys.productDetails(), productDetail);
    List<Long> ofOrders = list(keys.orders());
    read(
        steps,
        items,
        ORDER_ID,
        ofOrders,
        cells -> rows.add(Shapes.ORDER_ITEM.reader().read(cells)));
    var payment = into(rows.payments, Shapes.PAYMENT, PaymentRow::orderId);
    read(steps, payments, ORDER_ID, ofOrders, payment);
    read(steps, users, keys.users(), into(rows.users, Shapes.USER));
    read(steps, products, keys.products(), into(rows.products, Shapes.PRODUCT));
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
        into(
            rows.userCoupons,
            Shapes.ISSUED_COUPON,
            row -> new UserCoupon(row.userId(), row.couponId())));
    externalIds.forEach(
        (kind, sql) ->
            read(
                steps,
                sql,
                EXTERNAL_ID,
                keys.externalIds().stream().filter(key -> key.kind() == kind).toList(),
                cells -> {
                  long id = cells.number();
                  rows.externalIds.put(new ExternalId(kind, cells.text()), id);
                }));
    read(
        steps,
        commandKeys,
        COMMAND_KEY,
        keys.commandKeys(),
        into(rows.commandKeys, Shapes.COMMAND_KEY, CommandKeyRow::key));
  }

  private static <R extends Row> Step.EachRow into(Named<Long, R> rows, Shape<R> shape) {
    return into(rows, shape, Row::id);
  }

  private static <K, R> Step.EachRow into(Named<K, R> rows, Shape<R> shape, Function<R, K> key) {
    return cells -> {
      R row = shape.reader().read(cells);
      rows.put(key.apply(row), row);
    };
  }

  private static void read(List<Step> steps, String sql, RowIds ids, Step.EachRow each) {
    read(steps, sql, ID, list(ids), each);
  }

  private static <K> void read(
      List<Step> steps, String sql, List<Column<K>> columns, List<K> keys, Step.EachRow each) {
    if (!keys.isEmpty()) {
      steps.add(new Step.Read(sql, List.of(Argument.of(columns, keys)), each));
    }
  }

  private static List<Long> list(RowIds ids) {
    return IntStream.range(0, ids.size()).mapToObj(ids::get).toList();
  }
}
