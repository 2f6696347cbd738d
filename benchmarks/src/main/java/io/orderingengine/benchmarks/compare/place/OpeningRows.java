package io.orderingengine.benchmarks.compare.place;

import io.orderingengine.benchmarks.compare.workload.Opening;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** The rows with which the shop opens, by statements that fill whole tables. */
final class OpeningRows {
  private static final String PREFIX = "ordering_";
  private static final List<String> FILLED =
      tables(
          "user",
          "balance",
          "balance_history",
          "product",
          "product_details",
          "coupon",
          "issued_coupon");
  private static final List<String> SOLD =
      tables("order", "order_item", "payment", "event", "stock_adjustment", "command_key", "lane");

  private final Dialect dialect;
  private final Opening opening;
  private final String time;

  OpeningRows(Dialect dialect, Opening opening) {
    this.dialect = dialect;
    this.opening = opening;
    time = dialect.time("2025-01-01 00:00:00");
  }

  private static List<String> tables(String... names) {
    return Stream.of(names).map(PREFIX::concat).toList();
  }

  void write(DataSource dataSource) throws SQLException {
    List<String> filled = new ArrayList<>(FILLED);
    if (opening.issued() == 0) {
      filled.remove(PREFIX + "issued_coupon");
    }
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement()) {
      execute(statement, dialect.empty(Stream.concat(FILLED.stream(), SOLD.stream()).toList()));
      execute(statement, inserts());
      execute(statement, dialect.settle(filled));
    }
  }

  private static void execute(Statement statement, List<String> commands) throws SQLException {
    for (String sql : commands) {
      statement.execute(sql);
    }
  }

  private List<String> inserts() {
    List<String> inserts = new ArrayList<>(people());
    inserts.addAll(goods());
    inserts.addAll(coupons());
    inserts.add("UPDATE ordering_id_counter SET next_id = " + Opening.FIRST_FREE_ID);
    return inserts;
  }

  private List<String> people() {
    String from = " FROM " + dialect.series(opening.users());
    String balance = String.valueOf(Opening.BALANCE);
    return List.of(
        "INSERT INTO ordering_user (id, name, created_at, modified_at) SELECT n, 'Ada', "
            + (time + ", " + time + from),
        "INSERT INTO ordering_balance (id, user_id, balance, created_at, modified_at) SELECT n, n, "
            + (balance + ", " + time + ", " + time + from),
        "INSERT INTO ordering_balance_history (id, balance_id, amount, transaction_type, created_at)"
            + (" SELECT n, n, " + balance + ", 'CHARGE', " + time + from));
  }

  private List<String> goods() {
    return List.of(
        "INSERT INTO ordering_product (id, brand, name, created_at, modified_at) SELECT n, 'Acme',"
            + (" 'Mug', " + time + ", " + time + " FROM " + dialect.series(opening.products())),
        "INSERT INTO ordering_product_details (id, product_id, option_value, price, stock, on_sale,"
            + " created_at, modified_at) SELECT n, 1 + FLOOR((n - 1) / "
            + (Opening.OPTIONS + "), 'red', " + Opening.priceSql("n") + ", " + Opening.STOCK)
            + (", TRUE, " + time + ", " + time + " FROM " + dialect.series(opening.skus())));
  }

  private List<String> coupons() {
    String left =
        "CASE WHEN n < " + opening.couponKinds() + " THEN 0 ELSE " + leftOfLastKind() + " END";
    String kinds =
        "INSERT INTO ordering_coupon (id, discount_price, quantity, opening_quantity,"
            + " validity_micros, created_at, modified_at) SELECT n, "
            + (Opening.DISCOUNT + ", " + left + ", " + opening.couponQuantity() + ", ")
            + TimeUnit.SECONDS.toMicros(Opening.VALIDITY.toSeconds())
            + (", " + time + ", " + time + " FROM " + dialect.series(opening.couponKinds()));
    String issued =
        "INSERT INTO ordering_issued_coupon (id, user_id, coupon_id, status, expired_at,"
            + " created_at) SELECT n, "
            + (opening.ownerSql("n") + ", " + opening.kindSql("n") + ", 'ISSUED', ")
            + (dialect.time("2100-01-01 00:00:00") + ", " + time)
            + (" FROM " + dialect.series(opening.issued()));
    return opening.issued() == 0 ? List.of(kinds) : List.of(kinds, issued);
  }

  private long leftOfLastKind() {
    return opening.couponQuantity() - opening.issuedOf(opening.couponKinds());
  }
}
