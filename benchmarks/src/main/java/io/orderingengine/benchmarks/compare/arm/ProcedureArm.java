package io.orderingengine.benchmarks.compare.arm;

import io.orderingengine.benchmarks.compare.workload.Cart;
import io.orderingengine.benchmarks.compare.workload.Claim;
import io.orderingengine.benchmarks.compare.workload.Line;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import javax.sql.DataSource;

/** One function of PostgreSQL for each checkout, in one round trip that commits by itself. */
public final class ProcedureArm implements Arm {
  private static final String CHECKOUT =
      "SELECT ordering_benchmark_checkout(?, ?, ?, ?, ?, ?, ?, ?, ?)";
  private static final String ISSUE = "SELECT ordering_benchmark_issue(?, ?, ?, ?)";
  private static final String REFUSAL = "OE001";

  private final DataSource pool;
  private final IdBlock ids;

  /** Makes the functions anew. */
  public ProcedureArm(DataSource pool) throws SQLException {
    this.pool = pool;
    ids = new IdBlock(pool);
    try (Connection connection = pool.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(script());
    }
  }

  private static String script() {
    try (InputStream script = ProcedureArm.class.getResourceAsStream("procedure.sql")) {
      return new String(Objects.requireNonNull(script).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public long checkout(Cart cart) throws SQLException {
    byte[] content = KeyContent.of(cart);
    return Retry.run(again -> attempt(cart, content));
  }

  private long attempt(Cart cart, byte[] content) throws SQLException {
    long firstId = ids.take(Purchase.ids(cart));
    try (Connection connection = pool.getConnection();
        PreparedStatement call = connection.prepareStatement(CHECKOUT)) {
      Binding.of(call)
          .add(firstId)
          .add(cart.user())
          .add(cart.issuedCoupon())
          .add(cart.numbers(Line::sku))
          .add(cart.numbers(Line::quantity))
          .add(cart.total())
          .add(cart.key())
          .add(content)
          .add(now());
      return answer(call);
    }
  }

  @Override
  public long issue(Claim claim) throws SQLException {
    return Retry.run(again -> attempt(claim));
  }

  private long attempt(Claim claim) throws SQLException {
    long firstId = ids.take(Issue.IDS);
    try (Connection connection = pool.getConnection();
        PreparedStatement call = connection.prepareStatement(ISSUE)) {
      Binding.of(call).add(firstId).add(claim.user()).add(claim.coupon()).add(now());
      return answer(call);
    }
  }

  private static Instant now() {
    return Instant.now().truncatedTo(ChronoUnit.MICROS);
  }

  private static long answer(PreparedStatement call) throws SQLException {
    try (ResultSet row = call.executeQuery()) {
      row.next();
      return row.getLong(1);
    } catch (SQLException e) {
      if (REFUSAL.equals(e.getSQLState())) {
        throw new RefusedException(String.valueOf(e.getMessage()));
      }
      throw e;
    }
  }

  @Override
  public void close() {}
}
