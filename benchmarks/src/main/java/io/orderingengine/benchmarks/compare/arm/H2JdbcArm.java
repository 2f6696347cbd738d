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
 * On H2, in this process: a prepared statement for each row, for there is no round trip to save.
 * Its pool has autoCommit off.
 */
public final class H2JdbcArm extends JdbcArm {
  private static final String OPTION =
      "SELECT price, on_sale, stock FROM ordering_product_details WHERE id = ?";
  private static final String BALANCE = "SELECT balance FROM ordering_balance WHERE id = ?";
  private static final String COUPON =
      "SELECT i.user_id, i.status, i.expired_at, c.discount_price FROM ordering_issued_coupon i"
          + " JOIN ordering_coupon c ON c.id = i.coupon_id WHERE i.id = ?";
  private static final String ORDER =
      "INSERT INTO ordering_order (id, user_id, issued_coupon_id, order_date, status, total_amount,"
          + " discount_amount, payment_amount, version, created_at, modified_at)"
          + " VALUES (?, ?, ?, ?, 'PAID', ?, ?, ?, 1, ?, ?)";
  private static final String ITEM =
      "INSERT INTO ordering_order_item (id, order_id, product_detail_id, unit_price, quantity,"
          + " discount_share, created_at, modified_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)";
  private static final String PAYMENT =
      "INSERT INTO ordering_payment (id, order_id, status, amount, paid_at, created_at,"
          + " modified_at) VALUES (?, ?, 'PAID', ?, ?, ?, ?)";
  private static final String HISTORY =
      "INSERT INTO ordering_balance_history (id, balance_id, issued_coupon_id, amount,"
          + " transaction_type, created_at) VALUES (?, ?, ?, ?, 'USE', ?)";
  private static final String EVENT =
      "INSERT INTO ordering_event (id, type, subject_id, user_id, amount, version, created_at)"
          + " VALUES (?, ?, ?, ?, ?, ?, ?)";
  private static final String KEY =
      "INSERT INTO ordering_command_key (scope, command, idempotency_key, content, result_id,"
          + " created_at) VALUES (?, 'order', ?, ?, ?, ?)";
  private static final String DEBIT =
      "UPDATE ordering_balance SET balance = balance - ?, modified_at = ?"
          + " WHERE id = ? AND balance >= ?";
  private static final String USE =
      "UPDATE ordering_issued_coupon SET status = 'USED', used_at = ?"
          + " WHERE id = ? AND status = 'ISSUED'";
  private static final String TAKE =
      "UPDATE ordering_product_details SET stock = stock - ?, modified_at = ?"
          + " WHERE id = ? AND stock >= ? AND on_sale AND price = ?";
  private static final String TERMS =
      "SELECT quantity, validity_micros, issue_from, issue_until,"
          + " EXISTS (SELECT 1 FROM ordering_user WHERE id = ?) FROM ordering_coupon WHERE id = ?";
  private static final String ISSUE =
      "INSERT INTO ordering_issued_coupon (id, user_id, coupon_id, status, expired_at, created_at)"
          + " VALUES (?, ?, ?, 'ISSUED', ?, ?)";
  private static final String GIVE =
      "UPDATE ordering_coupon SET quantity = quantity - 1, modified_at = ?"
          + " WHERE id = ? AND quantity > 0";

  public H2JdbcArm(DataSource pool) {
    super(pool);
  }

  @Override
  Facts read(Connection connection, Cart cart) throws SQLException {
    var facts = new Facts(cart);
    try (PreparedStatement option = connection.prepareStatement(OPTION)) {
      for (int i = 0; i < facts.prices.length; i++) {
        Binding.of(option).add(cart.lines().get(i).sku());
        try (ResultSet row = option.executeQuery()) {
          Facts.require(row.next(), "no such option");
          facts.option(i, row.getLong(1), row.getBoolean(2), row.getLong(3));
        }
      }
    }
    try (PreparedStatement balance = connection.prepareStatement(BALANCE)) {
      Binding.of(balance).add(cart.user());
      try (ResultSet row = balance.executeQuery()) {
        facts.balance = row.next() ? row.getLong(1) : -1;
      }
    }
    try (PreparedStatement coupon = connection.prepareStatement(COUPON)) {
      Binding.of(coupon).add(cart.issuedCoupon());
      try (ResultSet row = coupon.executeQuery()) {
        if (row.next()) {
          facts.coupon(row.getLong(1), row.getString(2), instant(row, 3), row.getLong(4));
        }
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
    insert(connection, p, content);
    try (PreparedStatement use = connection.prepareStatement(USE)) {
      Binding.of(use).add(p.at).add(p.cart.issuedCoupon());
      Guard.one(use.executeUpdate(), "coupon");
    }
    try (PreparedStatement debit = connection.prepareStatement(DEBIT)) {
      Binding.of(debit).add(p.paid()).add(p.at).add(p.cart.user()).add(p.paid());
      Guard.one(debit.executeUpdate(), "balance");
    }
    try (PreparedStatement take = connection.prepareStatement(TAKE)) {
      for (int i = 0; i < p.lines(); i++) {
        Line line = p.line(i);
        Binding arguments = Binding.of(take).add(line.quantity()).add(p.at).add(line.sku());
        arguments.add(line.quantity()).add(p.prices[i]);
        Guard.one(take.executeUpdate(), "stock");
      }
    }
    connection.commit();
  }

  private static void insert(Connection connection, Purchase p, byte[] content)
      throws SQLException {
    long user = p.cart.user();
    try (PreparedStatement key = connection.prepareStatement(KEY)) {
      Binding.of(key).add(user).add(p.cart.key()).add(content).add(p.orderId()).add(p.at);
      key.executeUpdate();
    }
    try (PreparedStatement order = connection.prepareStatement(ORDER)) {
      Binding arguments = Binding.of(order).add(p.orderId()).add(user).add(p.cart.issuedCoupon());
      arguments.add(p.at).add(p.total).add(p.discount).add(p.paid()).add(p.at).add(p.at);
      order.executeUpdate();
    }
    insertItems(connection, p);
    try (PreparedStatement payment = connection.prepareStatement(PAYMENT)) {
      Binding arguments = Binding.of(payment).add(p.paymentId()).add(p.orderId()).add(p.paid());
      arguments.add(p.at).add(p.at).add(p.at);
      payment.executeUpdate();
    }
    try (PreparedStatement history = connection.prepareStatement(HISTORY)) {
      Binding arguments = Binding.of(history).add(p.historyId()).add(user);
      arguments.add(p.cart.issuedCoupon()).add(-p.paid()).add(p.at);
      history.executeUpdate();
    }
    event(connection, p.eventId(), "ORDER_CHECKED_OUT", p.orderId(), user, p.paid(), 1, p.at);
  }

  private static void insertItems(Connection connection, Purchase p) throws SQLException {
    try (PreparedStatement item = connection.prepareStatement(ITEM)) {
      for (int i = 0; i < p.lines(); i++) {
        Line line = p.line(i);
        Binding arguments = Binding.of(item).add(p.itemId(i)).add(p.orderId()).add(line.sku());
        arguments.add(p.prices[i]).add(line.quantity()).add(p.shares[i]).add(p.at).add(p.at);
        item.executeUpdate();
      }
    }
  }

  private static void event(
      Connection connection,
      long id,
      String type,
      long subject,
      long user,
      long amount,
      long version,
      Instant at)
      throws SQLException {
    try (PreparedStatement event = connection.prepareStatement(EVENT)) {
      Binding.of(event).add(id).add(type).add(subject).add(user).add(amount).add(version).add(at);
      event.executeUpdate();
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
    try (PreparedStatement issue = connection.prepareStatement(ISSUE)) {
      Binding.of(issue).add(i.id()).add(user).add(i.claim().coupon()).add(i.expiry()).add(i.at());
      issue.executeUpdate();
    }
    event(connection, i.eventId(), "COUPON_ISSUED", i.id(), user, 0, 0, i.at());
    try (PreparedStatement give = connection.prepareStatement(GIVE)) {
      Binding.of(give).add(i.at()).add(i.claim().coupon());
      Guard.one(give.executeUpdate(), "coupon");
    }
    connection.commit();
  }
}
