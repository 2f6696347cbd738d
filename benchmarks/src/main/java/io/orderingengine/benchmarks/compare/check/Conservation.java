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
        new Check(
            "stock of option %d",
            "SELECT d.id, d.stock, "
                + (Opening.STOCK + " - COALESCE(s.units, 0) FROM ordering_product_details d")
                + " LEFT JOIN (SELECT product_detail_id, SUM(quantity) AS units"
                + " FROM ordering_order_item GROUP BY product_detail_id) s"
                + " ON s.product_detail_id = d.id WHERE d.stock <> "
                + (Opening.STOCK + " - COALESCE(s.units, 0)")),
        notNegative("stock of option %d", "product_details", "stock"),
        notNegative("balance %d", "balance", "balance"),
        notNegative("quantity of coupon %d", "coupon", "quantity"),
        new Check(
            "balance %d by its history",
            "SELECT b.id, b.balance, COALESCE(h.sum_of, 0) FROM ordering_balance b"
                + " LEFT JOIN (SELECT balance_id, SUM(amount) AS sum_of"
                + " FROM ordering_balance_history GROUP BY balance_id) h ON h.balance_id = b.id"
                + " WHERE b.balance <> COALESCE(h.sum_of, 0)"),
        new Check(
            "balance %d by its payments",
            "SELECT b.id, b.balance, "
                + (Opening.BALANCE + " - COALESCE(p.sum_of, 0) FROM ordering_balance b")
                + " LEFT JOIN (SELECT o.user_id, SUM(p.amount) AS sum_of FROM ordering_payment p"
                + " JOIN ordering_order o ON o.id = p.order_id GROUP BY o.user_id) p"
                + " ON p.user_id = b.user_id WHERE b.balance <> "
                + (Opening.BALANCE + " - COALESCE(p.sum_of, 0)")));
  }

  private static Check notNegative(String what, String table, String column) {
    return new Check(
        what, "SELECT id, " + column + ", 0 FROM ordering_" + table + " WHERE " + column + " < 0");
  }

  private static List<Check> orders() {
    return List.of(
        new Check(
            "number of payments of order %d with its amount",
            "SELECT o.id, COUNT(p.id), 1 FROM ordering_order o LEFT JOIN ordering_payment p"
                + " ON p.order_id = o.id AND p.status = 'PAID'"
                + " AND p.amount = o.total_amount - o.discount_amount"
                + " GROUP BY o.id HAVING COUNT(p.id) <> 1"),
        new Check(
            "total of order %d",
            "SELECT o.id, o.total_amount, COALESCE(i.sum_of, 0) FROM ordering_order o"
                + " LEFT JOIN (SELECT order_id, SUM(unit_price * quantity) AS sum_of"
                + " FROM ordering_order_item GROUP BY order_id) i ON i.order_id = o.id"
                + " WHERE o.total_amount <> COALESCE(i.sum_of, 0)"),
        new Check(
            "discount of order %d",
            "SELECT o.id, o.discount_amount, COALESCE(i.sum_of, 0) FROM ordering_order o"
                + " LEFT JOIN (SELECT order_id, SUM(discount_share) AS sum_of"
                + " FROM ordering_order_item GROUP BY order_id) i ON i.order_id = o.id"
                + " WHERE o.discount_amount <> COALESCE(i.sum_of, 0)"),
        new Check(
            "number of events of order %d",
            "SELECT o.id, COUNT(e.id), 1 FROM ordering_order o LEFT JOIN ordering_event e"
                + " ON e.subject_id = o.id AND e.type = 'ORDER_CHECKED_OUT'"
                + " GROUP BY o.id HAVING COUNT(e.id) <> 1"));
  }

  private List<Check> coupons() {
    return List.of(
        new Check(
            "number of orders with issued coupon %d",
            "SELECT c.id, COUNT(o.id), CASE c.status WHEN 'USED' THEN 1 ELSE 0 END"
                + " FROM ordering_issued_coupon c LEFT JOIN ordering_order o"
                + " ON o.issued_coupon_id = c.id GROUP BY c.id, c.status"
                + " HAVING COUNT(o.id) <> CASE c.status WHEN 'USED' THEN 1 ELSE 0 END"),
        new Check(
            "quantity of coupon %d",
            "SELECT c.id, c.quantity, c.opening_quantity - COALESCE(i.issued, 0)"
                + " FROM ordering_coupon c LEFT JOIN (SELECT coupon_id, COUNT(*) AS issued"
                + " FROM ordering_issued_coupon GROUP BY coupon_id) i ON i.coupon_id = c.id"
                + " WHERE c.quantity <> c.opening_quantity - COALESCE(i.issued, 0)"));
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
