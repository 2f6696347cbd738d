package io.orderingengine.benchmarks.compare;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderingengine.jdbi.Schema;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.h2.jdbcx.JdbcDataSource;
import org.h2.tools.TriggerAdapter;
import org.junit.jupiter.api.Test;

/** How the command ends, in a database where rows drift as they are written and in one like it. */
class DriftingRunTest {
  private static final String PLANT =
      "CREATE TRIGGER plant BEFORE INSERT ON ordering_payment FOR EACH ROW CALL '"
          + ShortPayment.class.getName()
          + "'";

  private final JdbcDataSource database = new JdbcDataSource();
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

  DriftingRunTest() {
    database.setURL("jdbc:h2:mem:" + UUID.randomUUID());
  }

  @Test
  void failsAndNamesWhatDrifted() throws SQLException {
    // The database is there as long as somebody is connected.
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      Schema.in(database).createIfMissing();
      statement.execute(PLANT);
      assertThat(compare()).isEqualTo(1);
    }
    assertThat(printed.toString(StandardCharsets.UTF_8))
        .contains("FAILED:", "ours, round 1: number of payments of order")
        .doesNotContain("conservation: holds");
  }

  @Test
  void endsWellWithoutThePlant() {
    assertThat(compare()).isZero();
    assertThat(printed.toString(StandardCharsets.UTF_8))
        .contains("conservation: holds in the rows after each of 1 runs")
        .doesNotContain("FAILED");
  }

  private int compare() {
    return CompareCommand.printingTo(new PrintStream(printed, true, StandardCharsets.UTF_8))
        .execute(
            "--jdbc-url=" + database.getURL(),
            "--arms=ours",
            "--callers=2",
            "--pool=2",
            "--seconds=1",
            "--warmup=1",
            "--rounds=1",
            "--requests=30000");
  }

  /** Pays one too little. */
  public static final class ShortPayment extends TriggerAdapter {
    @Override
    public void fire(Connection connection, ResultSet before, ResultSet payment)
        throws SQLException {
      payment.updateLong("amount", payment.getLong("amount") - 1);
    }
  }
}
