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
    inserts.add("UPDATE ordering_id_counter SET next_id = " + opening.firstFreeId());
    return inserts;
  }

  private List<String> people() {
    String from = dialect.series(opening.users());
    return List.of(
        """
        INSERT INTO ordering_user (id, name, created_at, modified_at)
        SELECT n, 'Ada', %1$s, %1$s FROM %2$s"""
            .formatted(time, from),
        """
        INSERT INTO ordering_balance (id, user_id, balance, created_at, modified_at)
        SELECT n, n, %3$d, %1$s, %1$s FROM %2$s"""
            .formatted(time, from, Opening.BALANCE),
        """
        INSERT INTO ordering_balance_history (id, balance_id, amount, transaction_type, created_at)
        SELECT %4$d + n, n, %3$d, 'CHARGE', %1$s FROM %2$s"""
            .formatted(time, from, Opening.BALANCE, opening.beforeHistories()));
  }

  private List<String> goods() {
    return List.of(
        """
        INSERT INTO ordering_product (id, brand, name, created_at, modified_at)
        SELECT %3$d + n, 'Acme', 'Mug', %1$s, %1$s FROM %2$s"""
            .formatted(time, dialect.series(opening.products()), opening.beforeProducts()),
        """
        INSERT INTO ordering_product_details (id, product_id, option_value, price, stock, on_sale,
          created_at, modified_at)
        SELECT %3$d + n, %4$d + %5$s, 'red', %6$s, %7$d, TRUE, %1$s, %1$s FROM %2$s"""
            .formatted(
                time,
                dialect.series(opening.skus()),
                opening.beforeSkus(),
                opening.beforeProducts(),
                Opening.productSql("n"),
                Opening.priceSql("n"),
                Opening.STOCK));
  }

  private List<String> coupons() {
    String kinds =
        """
        INSERT INTO ordering_coupon (id, discount_price, quantity, opening_quantity,
          validity_micros, created_at, modified_at)
        SELECT %3$d + n, %4$d, CASE WHEN n < %5$d THEN 0 ELSE %6$d END, %7$d, %8$d, %1$s, %1$s
        FROM %2$s"""
            .formatted(
                time,
                dialect.series(opening.couponKinds()),
                opening.beforeCoupons(),
                Opening.DISCOUNT,
                opening.couponKinds(),
                opening.couponQuantity() - opening.issuedOf(opening.couponKinds()),
                opening.couponQuantity(),
                TimeUnit.SECONDS.toMicros(Opening.VALIDITY.toSeconds()));
    String issued =
        """
        INSERT INTO ordering_issued_coupon (id, user_id, coupon_id, status, expired_at, created_at)
        SELECT %3$d + n, %4$s, %5$d + %6$s, 'ISSUED', %7$s, %1$s FROM %2$s"""
            .formatted(
                time,
                dialect.series(opening.issued()),
                opening.beforeIssued(),
                opening.ownerSql("n"),
                opening.beforeCoupons(),
                opening.kindSql("n"),
                dialect.time("2100-01-01 00:00:00"));
    return opening.issued() == 0 ? List.of(kinds) : List.of(kinds, issued);
  }
}
