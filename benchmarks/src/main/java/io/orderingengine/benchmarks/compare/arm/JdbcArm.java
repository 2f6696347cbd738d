package io.orderingengine.benchmarks.compare.arm;

import io.orderingengine.benchmarks.compare.workload.Cart;
import io.orderingengine.benchmarks.compare.workload.Claim;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.OptionalLong;
import javax.sql.DataSource;

/**
 * Hand-written JDBC: a checkout reads what it must know without any lock, decides, and writes
 * guarded changes, the most contended rows last. A guard that fails or a key that is taken runs it
 * again. Only then is the key looked up, and before a refusal: what was done under a key before may
 * be why it cannot be done now.
 */
abstract class JdbcArm implements Arm {
  private static final String KEY =
      "SELECT content, result_id FROM ordering_command_key"
          + " WHERE scope = ? AND command = 'order' AND idempotency_key = ?";
  private static final String ISSUED =
      "SELECT id FROM ordering_issued_coupon WHERE user_id = ? AND coupon_id = ?";

  private final DataSource pool;
  private final IdBlock ids;

  JdbcArm(DataSource pool) {
    this.pool = pool;
    ids = new IdBlock(pool);
  }

  @Override
  public final long checkout(Cart cart) throws SQLException {
    byte[] content = KeyContent.of(cart);
    return Retry.run(again -> attempt(cart, content, again));
  }

  private long attempt(Cart cart, byte[] content, boolean again) throws SQLException {
    long firstId = ids.take(Purchase.ids(cart));
    try (Connection connection = pool.getConnection()) {
      OptionalLong known = again ? known(connection, cart, content) : OptionalLong.empty();
      if (known.isPresent()) {
        return known.getAsLong();
      }
      return attempt(connection, cart, content, firstId);
    }
  }

  private long attempt(Connection connection, Cart cart, byte[] content, long firstId)
      throws SQLException {
    Purchase purchase;
    try {
      purchase = Purchase.decide(cart, read(connection, cart), firstId);
    } catch (RefusedException refused) {
      return known(connection, cart, content).orElseThrow(() -> refused);
    }
    write(connection, purchase, content);
    return purchase.orderId();
  }

  private static OptionalLong known(Connection connection, Cart cart, byte[] content)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(KEY)) {
      Binding.of(statement).add(cart.user()).add(cart.key());
      try (ResultSet row = statement.executeQuery()) {
        if (!row.next()) {
          return OptionalLong.empty();
        }
        Facts.require(Arrays.equals(row.getBytes(1), content), "the key was used for another cart");
        return OptionalLong.of(row.getLong(2));
      }
    }
  }

  @Override
  public final long issue(Claim claim) throws SQLException {
    return Retry.run(again -> attempt(claim, again));
  }

  private long attempt(Claim claim, boolean again) throws SQLException {
    long firstId = ids.take(Issue.IDS);
    try (Connection connection = pool.getConnection()) {
      OptionalLong held = again ? held(connection, claim) : OptionalLong.empty();
      if (held.isPresent()) {
        return held.getAsLong();
      }
      Issue issue = Issue.decide(claim, read(connection, claim), firstId);
      write(connection, issue);
      return issue.id();
    }
  }

  private static OptionalLong held(Connection connection, Claim claim) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(ISSUED)) {
      Binding.of(statement).add(claim.user()).add(claim.coupon());
      try (ResultSet row = statement.executeQuery()) {
        return row.next() ? OptionalLong.of(row.getLong(1)) : OptionalLong.empty();
      }
    }
  }

  /** What the checkout must know. */
  abstract Facts read(Connection connection, Cart cart) throws SQLException;

  /** Writes and commits. */
  abstract void write(Connection connection, Purchase purchase, byte[] content) throws SQLException;

  /** The terms of the coupon. */
  abstract Terms read(Connection connection, Claim claim) throws SQLException;

  /** Writes and commits. */
  abstract void write(Connection connection, Issue issue) throws SQLException;

  @Override
  public void close() {}
}
