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
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * On PostgreSQL: two round trips and two statements for a checkout, for any number of lines. One
 * statement reads, one writes everything, commits by itself, and fails as a whole if a guard does.
 * The update of stocks depends on all other writes, so that it locks last; it is driven by the
 * sorted ids, so that it locks in their order. Its pool has autoCommit on.
 */
public final class PostgreSqlJdbcArm extends JdbcArm {
  private static final String READ =
      """
      SELECT d.price, d.on_sale, d.stock, b.balance, i.user_id, i.status, i.expired_at,
        c.discount_price
      FROM UNNEST(?) WITH ORDINALITY AS k(id, line)
      JOIN ordering_product_details d ON d.id = k.id
      JOIN ordering_balance b ON b.id = ?
      LEFT JOIN ordering_issued_coupon i ON i.id = ?
      LEFT JOIN ordering_coupon c ON c.id = i.coupon_id
      ORDER BY k.line""";

  /** A division by zero where a count is short: the statement then has done nothing. */
  private static final String WRITE =
      """
      WITH p AS MATERIALIZED (
        SELECT CAST(? AS BIGINT) AS order_id, CAST(? AS BIGINT) AS user_id,
          CAST(? AS BIGINT) AS coupon, CAST(? AS BIGINT) AS total, CAST(? AS BIGINT) AS discount,
          CAST(? AS BIGINT) AS paid, CAST(? AS TIMESTAMP WITH TIME ZONE) AS at),
      o AS (
        INSERT INTO ordering_order (id, user_id, issued_coupon_id, order_date, status, total_amount,
          discount_amount, payment_amount, version, created_at, modified_at)
        SELECT order_id, user_id, coupon, at, 'PAID', total, discount, paid, 1, at, at FROM p
        RETURNING 1),
      i AS (
        INSERT INTO ordering_order_item (id, order_id, product_detail_id, unit_price, quantity,
          discount_share, created_at, modified_at)
        SELECT p.order_id + 3 + l.line, p.order_id, l.sku, l.price, l.quantity, l.share, p.at, p.at
        FROM p, UNNEST(?, ?, ?, ?) WITH ORDINALITY AS l(sku, price, quantity, share, line)
        RETURNING 1),
      y AS (
        INSERT INTO ordering_payment (id, order_id, status, amount, paid_at, created_at, modified_at)
        SELECT order_id + 1, order_id, 'PAID', paid, at, at, at FROM p
        RETURNING 1),
      h AS (
        INSERT INTO ordering_balance_history (id, balance_id, issued_coupon_id, amount,
          transaction_type, created_at)
        SELECT order_id + 2, user_id, coupon, -paid, 'USE', at FROM p
        RETURNING 1),
      e AS (
        INSERT INTO ordering_event (id, type, subject_id, user_id, amount, version, created_at)
        SELECT order_id + 3, 'ORDER_CHECKED_OUT', order_id, user_id, paid, 1, at FROM p
        RETURNING 1),
      k AS (
        INSERT INTO ordering_command_key (scope, command, idempotency_key, content, result_id,
          created_at)
        SELECT user_id, 'order', ?, ?, order_id, at FROM p
        RETURNING 1),
      b AS (
        UPDATE ordering_balance AS t SET balance = t.balance - p.paid, modified_at = p.at
        FROM p WHERE t.id = p.user_id AND t.balance >= p.paid
        RETURNING 1),
      c AS (
        UPDATE ordering_issued_coupon AS t SET status = 'USED', used_at = p.at
        FROM p WHERE t.id = p.coupon AND t.status = 'ISSUED'
        RETURNING 1),
      s AS (
        UPDATE ordering_product_details AS t SET stock = t.stock - l.quantity, modified_at = l.at
        FROM (SELECT u.sku, u.quantity, u.price, p.at
          FROM p, UNNEST(?, ?, ?) AS u(sku, quantity, price)
          WHERE (SELECT COUNT(*) FROM o) + (SELECT COUNT(*) FROM i) + (SELECT COUNT(*) FROM y)
            + (SELECT COUNT(*) FROM h) + (SELECT COUNT(*) FROM e) + (SELECT COUNT(*) FROM k)
            + (SELECT COUNT(*) FROM b) + (SELECT COUNT(*) FROM c) = ?) AS l
        WHERE t.id = l.sku AND t.stock >= l.quantity AND t.on_sale AND t.price = l.price
        RETURNING 1)
      SELECT 1 / CASE WHEN COUNT(*) = ? THEN 1 ELSE 0 END FROM s""";

  /** Rows that a checkout writes beside its items and before its stocks. */
  private static final int OTHER_ROWS = 7;

  private static final String DIVISION_BY_ZERO = "22012";
  private static final String TERMS =
      "SELECT quantity, validity_micros, issue_from, issue_until,"
          + " EXISTS (SELECT 1 FROM ordering_user WHERE id = ?) FROM ordering_coupon WHERE id = ?";
  private static final String ISSUE =
      """
      WITH p AS MATERIALIZED (
        SELECT CAST(? AS BIGINT) AS id, CAST(? AS BIGINT) AS user_id, CAST(? AS BIGINT) AS coupon,
          CAST(? AS TIMESTAMP WITH TIME ZONE) AS at, CAST(? AS TIMESTAMP WITH TIME ZONE) AS expiry),
      i AS (
        INSERT INTO ordering_issued_coupon (id, user_id, coupon_id, status, expired_at, created_at)
        SELECT id, user_id, coupon, 'ISSUED', expiry, at FROM p
        RETURNING 1),
      e AS (
        INSERT INTO ordering_event (id, type, subject_id, user_id, amount, version, created_at)
        SELECT id + 1, 'COUPON_ISSUED', id, user_id, 0, 0, at FROM p
        RETURNING 1),
      c AS (
        UPDATE ordering_coupon AS t SET quantity = t.quantity - 1, modified_at = p.at
        FROM p WHERE t.id = p.coupon AND t.quantity > 0
          AND (SELECT COUNT(*) FROM i) + (SELECT COUNT(*) FROM e) = 2
        RETURNING 1)
      SELECT 1 / CASE WHEN COUNT(*) = 1 THEN 1 ELSE 0 END FROM c""";

  public PostgreSqlJdbcArm(DataSource pool) {
    super(pool);
  }

  @Override
  Facts read(Connection connection, Cart cart) throws SQLException {
    var facts = new Facts(cart);
    try (PreparedStatement read = connection.prepareStatement(READ)) {
      Binding.of(read).add(cart.numbers(Line::sku)).add(cart.user()).add(cart.issuedCoupon());
      try (ResultSet row = read.executeQuery()) {
        int line = 0;
        for (; row.next(); line++) {
          facts.option(line, row.getLong(1), row.getBoolean(2), row.getLong(3));
          if (line == 0) {
            facts.balance = row.getLong(4);
            facts.coupon(row.getLong(5), row.getString(6), instant(row, 7), row.getLong(8));
          }
        }
        Facts.require(line == facts.prices.length, "no such option, or no such user");
      }
    }
    return facts;
  }

  private static @Nullable Instant instant(ResultSet row, int column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }

  @Override
  void write(Connection connection, Purchase p, byte[] content) throws SQLException {
    long[] skus = p.cart.numbers(Line::sku);
    long[] quantities = p.cart.numbers(Line::quantity);
    try (PreparedStatement write = connection.prepareStatement(WRITE)) {
      Binding.of(write)
          .add(p.orderId())
          .add(p.cart.user())
          .add(p.cart.issuedCoupon())
          .add(p.total)
          .add(p.discount)
          .add(p.paid())
          .add(p.at)
          .add(skus)
          .add(p.prices)
          .add(quantities)
          .add(p.shares)
          .add(p.cart.key())
          .add(content)
          .add(skus)
          .add(quantities)
          .add(p.prices)
          .add((long) p.lines() + OTHER_ROWS)
          .add((long) p.lines());
      execute(write);
    }
  }

  private static void execute(PreparedStatement guarded) throws SQLException {
    try {
      guarded.execute();
    } catch (SQLException e) {
      if (DIVISION_BY_ZERO.equals(e.getSQLState())) {
        throw new ConflictException("a row is no longer as it was read");
      }
      throw e;
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
    try (PreparedStatement issue = connection.prepareStatement(ISSUE)) {
      Binding.of(issue)
          .add(i.id())
          .add(i.claim().user())
          .add(i.claim().coupon())
          .add(i.at())
          .add(i.expiry());
      execute(issue);
    }
  }
}
