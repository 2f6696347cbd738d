package io.orderingengine.benchmarks.compare.check;

import io.orderingengine.benchmarks.compare.workload.Opening;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** What must add up among the rows of a shop at rest, by SQL that reads rows and nothing else. */
public final class Conservation {
  private final DataSource dataSource;
  private final Opening opening;

  public Conservation(DataSource dataSource, Opening opening) {
    this.dataSource = dataSource;
    this.opening = opening;
  }

  /**
   * What does not add up, in words.
   *
   * @param acknowledged how many orders, or issued coupons, callers were told of
   */
  public List<String> drifts(long acknowledged) throws SQLException {
    List<Check> checks = new ArrayList<>(numbers());
    checks.addAll(orders());
    checks.addAll(coupons());
    checks.addAll(counts(acknowledged));
    List<String> drifts = new ArrayList<>();
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement()) {
      for (Check check : checks) {
        check.drift(statement).ifPresent(drifts::add);
      }
    }
    return drifts;
  }

  private static List<Check> numbers() {
    return List.of(
        sums(
            "stock of option %d",
            "SELECT id, stock, " + Opening.STOCK + " FROM ordering_product_details",
            "SELECT product_detail_id, 0, -quantity FROM ordering_order_item"),
        notNegative("stock of option %d", "product_details", "stock"),
        notNegative("balance %d", "balance", "balance"),
        notNegative("quantity of coupon %d", "coupon", "quantity"),
        sums(
            "balance %d by its history",
            "SELECT id, balance, 0 FROM ordering_balance",
            "SELECT balance_id, 0, amount FROM ordering_balance_history"),
        sums(
            "balance %d by its payments",
            "SELECT user_id, balance, " + Opening.BALANCE + " FROM ordering_balance",
            "SELECT o.user_id, 0, -p.amount FROM ordering_payment p"
                + " JOIN ordering_order o ON o.id = p.order_id"));
  }

  /** Joins would be slow where a database joins by nested loops alone: each side is read once. */
  private static Check sums(String what, String rows, String others) {
    return new Check(
        what,
        "SELECT id, SUM(actual), SUM(expected)"
            + " FROM (SELECT 0 AS id, 0 AS actual, 0 AS expected UNION ALL "
            + rows
            + " UNION ALL "
            + others
            + ") s GROUP BY id HAVING SUM(actual) <> SUM(expected)");
  }

  private static Check notNegative(String what, String table, String column) {
    return new Check(
        what, "SELECT id, " + column + ", 0 FROM ordering_" + table + " WHERE " + column + " < 0");
  }

  private static List<Check> orders() {
    return List.of(
        sums(
            "number of payments of order %d with its amount",
            "SELECT id, 0, 1 FROM ordering_order",
            "SELECT p.order_id, 1, 0 FROM ordering_payment p JOIN ordering_order o"
                + " ON o.id = p.order_id AND p.status = 'PAID'"
                + " AND p.amount = o.total_amount - o.discount_amount"),
        sums(
            "total of order %d",
            "SELECT id, total_amount, 0 FROM ordering_order",
            "SELECT order_id, 0, unit_price * quantity FROM ordering_order_item"),
        sums(
            "discount of order %d",
            "SELECT id, discount_amount, 0 FROM ordering_order",
            "SELECT order_id, 0, discount_share FROM ordering_order_item"),
        sums(
            "number of events of order %d",
            "SELECT id, 0, 1 FROM ordering_order",
            "SELECT subject_id, 1, 0 FROM ordering_event WHERE type = 'ORDER_CHECKED_OUT'"));
  }

  private List<Check> coupons() {
    return List.of(
        sums(
            "number of orders with issued coupon %d",
            "SELECT id, 0, CASE status WHEN 'USED' THEN 1 ELSE 0 END FROM ordering_issued_coupon",
            "SELECT issued_coupon_id, 1, 0 FROM ordering_order WHERE issued_coupon_id IS NOT NULL"),
        sums(
            "quantity of coupon %d",
            "SELECT id, quantity, opening_quantity FROM ordering_coupon",
            "SELECT coupon_id, 0, -1 FROM ordering_issued_coupon"));
  }

  private List<Check> counts(long acknowledged) {
    String orders = "SELECT COUNT(*) FROM ordering_order";
    String issued = "SELECT COUNT(*) - " + opening.issued() + " FROM ordering_issued_coupon";
    String done = opening.issued() == 0 ? issued : orders;
    return List.of(
        equal("number of orders that were checked out", events("ORDER_CHECKED_OUT"), orders),
        equal("number of coupons in events", events("COUPON_ISSUED"), issued),
        equal("number of keys", "SELECT COUNT(*) FROM ordering_command_key", orders),
        equal("number acknowledged", "SELECT " + acknowledged, done));
  }

  private static String events(String type) {
    return "SELECT COUNT(*) FROM ordering_event WHERE type = '" + type + "'";
  }

  private static Check equal(String what, String actual, String expected) {
    String both = "(SELECT (" + actual + ") AS a, (" + expected + ") AS b) t";
    return new Check(what, "SELECT 0, t.a, t.b FROM " + both + " WHERE t.a <> t.b");
  }
}
