package io.orderingengine.benchmarks.compare.arm;

import io.orderingengine.benchmarks.compare.workload.Cart;
import io.orderingengine.benchmarks.compare.workload.Claim;
import io.orderingengine.benchmarks.compare.workload.Line;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.StringJoiner;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * On MariaDB: two round trips and two statements for a checkout, for any number of lines. One
 * reads; the other is a block that writes everything and commits, or breaks off where a guard
 * fails: no lock waits for this process. The update of stocks comes as late as it can, and locks in
 * the order of ids: before the rows that refer to them, for these take shared locks, and two
 * callers who both had one could not update. Its pool has autoCommit off: what is broken off is
 * rolled back when the connection is given back.
 */
public final class MariaDbJdbcArm extends JdbcArm {
  private static final String READ =
      """
      SELECT d.price, d.on_sale, d.stock, b.balance, i.user_id, i.status, i.expired_at,
        c.discount_price
      FROM ordering_product_details d
      JOIN ordering_balance b ON b.id = ?
      LEFT JOIN ordering_issued_coupon i ON i.id = ?
      LEFT JOIN ordering_coupon c ON c.id = i.coupon_id
      WHERE d.id IN (%s)
      ORDER BY d.id""";

  /** A guard asks for another attempt. */
  private static final String WRITE =
      """
      BEGIN NOT ATOMIC
      INSERT INTO ordering_command_key (scope, command, idempotency_key, content, result_id,
        created_at) VALUES (?, 'order', ?, ?, ?, ?);
      UPDATE ordering_balance SET balance = balance - ?, modified_at = ?
        WHERE id = ? AND balance >= ?;
      IF ROW_COUNT() <> 1 THEN SIGNAL SQLSTATE '40001'; END IF;
      UPDATE ordering_issued_coupon SET status = 'USED', used_at = ?
        WHERE id = ? AND status = 'ISSUED';
      IF ROW_COUNT() <> 1 THEN SIGNAL SQLSTATE '40001'; END IF;
      INSERT INTO ordering_order (id, user_id, issued_coupon_id, order_date, status, total_amount,
        discount_amount, payment_amount, version, created_at, modified_at)
        VALUES (?, ?, ?, ?, 'PAID', ?, ?, ?, 1, ?, ?);
      INSERT INTO ordering_payment (id, order_id, status, amount, paid_at, created_at, modified_at)
        VALUES (?, ?, 'PAID', ?, ?, ?, ?);
      INSERT INTO ordering_balance_history (id, balance_id, issued_coupon_id, amount,
        transaction_type, created_at) VALUES (?, ?, ?, ?, 'USE', ?);
      INSERT INTO ordering_event (id, type, subject_id, user_id, amount, version, created_at)
        VALUES (?, 'ORDER_CHECKED_OUT', ?, ?, ?, 1, ?);
      UPDATE ordering_product_details
        SET stock = stock - CASE id %s END, modified_at = ?
        WHERE id IN (%s) AND on_sale AND stock >= CASE id %s END AND price = CASE id %s END;
      IF ROW_COUNT() <> ? THEN SIGNAL SQLSTATE '40001'; END IF;
      INSERT INTO ordering_order_item (id, order_id, product_detail_id, unit_price, quantity,
        discount_share, created_at, modified_at) VALUES %s;
      COMMIT;
      END""";

  private static final String TERMS =
      "SELECT quantity, validity_micros, issue_from, issue_until,"
          + " EXISTS (SELECT 1 FROM ordering_user WHERE id = ?) FROM ordering_coupon WHERE id = ?";
  private static final String ISSUE =
      """
      BEGIN NOT ATOMIC
      INSERT INTO ordering_event (id, type, subject_id, user_id, amount, version, created_at)
        VALUES (?, 'COUPON_ISSUED', ?, ?, 0, 0, ?);
      UPDATE ordering_coupon SET quantity = quantity - 1, modified_at = ?
        WHERE id = ? AND quantity > 0;
      IF ROW_COUNT() <> 1 THEN SIGNAL SQLSTATE '40001'; END IF;
      INSERT INTO ordering_issued_coupon (id, user_id, coupon_id, status, expired_at, created_at)
        VALUES (?, ?, ?, 'ISSUED', ?, ?);
      COMMIT;
      END""";

  /** By the number of lines: to make a text takes longer than to fill it in. */
  private final Map<Integer, String> reads = new ConcurrentHashMap<>();

  private final Map<Integer, String> writes = new ConcurrentHashMap<>();

  public MariaDbJdbcArm(DataSource pool) {
    super(pool);
  }

  private static String times(int count, String text, String between) {
    var joiner = new StringJoiner(between);
    for (int i = 0; i < count; i++) {
      joiner.add(text);
    }
    return joiner.toString();
  }

  private static String read(int lines) {
    return READ.formatted(times(lines, "?", ", "));
  }

  private static String write(int lines) {
    String cases = times(lines, "WHEN ? THEN ?", " ");
    return WRITE.formatted(
        cases,
        times(lines, "?", ", "),
        cases,
        cases,
        times(lines, "(?, ?, ?, ?, ?, ?, ?, ?)", ", "));
  }

  private static LocalDateTime utc(Instant time) {
    return LocalDateTime.ofInstant(time, ZoneOffset.UTC);
  }

  private static @Nullable Instant instant(ResultSet row, int column) throws SQLException {
    LocalDateTime time = row.getObject(column, LocalDateTime.class);
    return time == null ? null : time.toInstant(ZoneOffset.UTC);
  }

  @Override
  Facts read(Connection connection, Cart cart) throws SQLException {
    var facts = new Facts(cart);
    String sql = reads.computeIfAbsent(facts.prices.length, MariaDbJdbcArm::read);
    try (PreparedStatement read = connection.prepareStatement(sql)) {
      Binding arguments = Binding.of(read).add(cart.user()).add(cart.issuedCoupon());
      for (Line line : cart.lines()) {
        arguments.add(line.sku());
      }
      try (ResultSet row = read.executeQuery()) {
        int line = 0;
        for (; row.next(); line++) {
          facts.option(line, row.getLong(1), row.getBoolean(2), row.getLong(3));
          facts.balance = row.getLong(4);
          facts.coupon(row.getLong(5), row.getString(6), instant(row, 7), row.getLong(8));
        }
        Facts.require(line == facts.prices.length, "no such option, or no such user");
      }
    }
    return facts;
  }

  @Override
  void write(Connection connection, Purchase p, byte[] content) throws SQLException {
    String sql = writes.computeIfAbsent(p.lines(), MariaDbJdbcArm::write);
    try (PreparedStatement write = connection.prepareStatement(sql)) {
      Binding arguments = Binding.of(write);
      bindKeyAndMoney(arguments, p, content);
      bindOrder(arguments, p);
      bindStocks(arguments, p);
      bindItems(arguments, p);
      write.execute();
    }
  }

  private static void bindKeyAndMoney(Binding arguments, Purchase p, byte[] content)
      throws SQLException {
    LocalDateTime at = utc(p.at);
    long user = p.cart.user();
    arguments.add(user).add(p.cart.key()).add(content).add(p.orderId()).add(at);
    arguments.add(p.paid()).add(at).add(user).add(p.paid());
    arguments.add(at).add(p.cart.issuedCoupon());
  }

  private static void bindOrder(Binding arguments, Purchase p) throws SQLException {
    LocalDateTime at = utc(p.at);
    long user = p.cart.user();
    long order = p.orderId();
    long coupon = p.cart.issuedCoupon();
    arguments.add(order).add(user).add(coupon).add(at);
    arguments.add(p.total).add(p.discount).add(p.paid()).add(at).add(at);
    arguments.add(p.paymentId()).add(order).add(p.paid()).add(at).add(at).add(at);
    arguments.add(p.historyId()).add(user).add(coupon).add(-p.paid()).add(at);
    arguments.add(p.eventId()).add(order).add(user).add(p.paid()).add(at);
  }

  private static void bindStocks(Binding arguments, Purchase p) throws SQLException {
    bindQuantities(arguments, p);
    arguments.add(utc(p.at));
    for (int i = 0; i < p.lines(); i++) {
      arguments.add(p.line(i).sku());
    }
    bindQuantities(arguments, p);
    for (int i = 0; i < p.lines(); i++) {
      arguments.add(p.line(i).sku()).add(p.prices[i]);
    }
    arguments.add(p.lines());
  }

  private static void bindItems(Binding arguments, Purchase p) throws SQLException {
    LocalDateTime at = utc(p.at);
    for (int i = 0; i < p.lines(); i++) {
      arguments.add(p.itemId(i)).add(p.orderId()).add(p.line(i).sku()).add(p.prices[i]);
      arguments.add(p.line(i).quantity()).add(p.shares[i]).add(at).add(at);
    }
  }

  private static void bindQuantities(Binding arguments, Purchase p) throws SQLException {
    for (int i = 0; i < p.lines(); i++) {
      arguments.add(p.line(i).sku()).add(p.line(i).quantity());
    }
  }

  @Override
  Terms read(Connection connection, Claim claim) throws SQLException {
    try (PreparedStatement terms = connection.prepareStatement(TERMS)) {
      Binding.of(terms).add(claim.user()).add(claim.coupon());
      try (ResultSet row = terms.executeQuery()) {
        Facts.require(row.next(), "no such coupon");
        Duration validity = Duration.of(row.getLong(2), ChronoUnit.MICROS);
        return new Terms(
            row.getLong(1), validity, instant(row, 3), instant(row, 4), row.getBoolean(5));
      }
    }
  }

  @Override
  void write(Connection connection, Issue i) throws SQLException {
    long user = i.claim().user();
    LocalDateTime at = utc(i.at());
    try (PreparedStatement issue = connection.prepareStatement(ISSUE)) {
      Binding arguments = Binding.of(issue);
      arguments.add(i.eventId()).add(i.id()).add(user).add(at);
      arguments.add(at).add(i.claim().coupon());
      arguments.add(i.id()).add(user).add(i.claim().coupon()).add(utc(i.expiry())).add(at);
      issue.execute();
    }
  }
}
