package io.orderingengine.jdbi;

import io.orderingengine.spi.Grouping;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** H2 2.3.232 or newer, in memory, in a file, or behind a server. */
final class H2 implements Database {
  private static final RowEncoding ROWS = new RowEncoding(new ArrayEncoding("VARBINARY"));

  /** Deadlock, a concurrent update; a broken or closed connection or database. */
  private static final Set<Integer> LOST = Set.of(40_001, 90_131, 90_007, 90_067, 90_098, 90_121);

  /**
   * A unique key that is taken, a number that does not fit; a table, an index, a constraint that
   * was made at the same time.
   */
  private static final Set<Integer> CONFLICTS = Set.of(23_505, 22_003, 42_101, 42_111, 90_045);

  /** What H2 says, in an error of no code of its own, where two sessions make the same index. */
  private static final String MADE_TWICE = "object already exists";

  private static final int LOCK_TIMEOUT = 50_200;
  private static final int CANCELLED = 57_014;

  private final Turns turns;
  private final KeptStatements statements = new KeptStatements();

  /** An H2 of which nothing is known yet. */
  H2() {
    this(Turns.AT_ONCE);
  }

  private H2(Turns turns) {
    this.turns = turns;
  }

  @Override
  public String folder() {
    return "h2";
  }

  @Override
  public Database check(Connection connection) throws SQLException {
    String path = H2Opening.check(connection);
    return path == null ? this : new H2(Turns.onFile(path));
  }

  @Override
  public void checkCounts(Sessions sessions, Prefix prefix) {}

  @Override
  public @Nullable String schema(Connection connection) throws SQLException {
    return connection.getSchema();
  }

  @Override
  public String checks() {
    return "SELECT T.TABLE_NAME, T.CONSTRAINT_NAME, C.CHECK_CLAUSE"
        + " FROM INFORMATION_SCHEMA.CHECK_CONSTRAINTS AS C"
        + " JOIN INFORMATION_SCHEMA.TABLE_CONSTRAINTS AS T"
        + " ON T.CONSTRAINT_SCHEMA = C.CONSTRAINT_SCHEMA AND T.CONSTRAINT_NAME = C.CONSTRAINT_NAME"
        + " WHERE C.CONSTRAINT_SCHEMA = ?";
  }

  /** H2 commits each statement by itself: its scripts may be run side by side instead. */
  @Override
  public List<Step> lockSchema(Prefix prefix) {
    return List.of();
  }

  @Override
  public List<Step> begin(Timeouts timeouts) {
    return List.of();
  }

  @Override
  public void rollBack(Connection connection) throws SQLException {
    connection.rollback();
  }

  @Override
  public List<Step> beforeRead(Timeouts timeouts) {
    return List.of();
  }

  @Override
  public Joining join(Connection connection, Timeouts timeouts) throws SQLException {
    return Joining.as(connection);
  }

  /** A second lane on a file would only wait for its turn. */
  @Override
  public Grouping grouping() {
    return Grouping.of(turns == Turns.AT_ONCE ? 2 : 1, 2_000);
  }

  @Override
  public Turns turns() {
    return turns;
  }

  @Override
  public void send(Connection connection, Timeouts timeouts, List<Step> steps) throws SQLException {
    for (Step step : steps) {
      long begin = System.nanoTime();
      try {
        statements.use(connection, step.sql(), kept -> send(kept, step));
      } catch (SQLException e) {
        if (e.getErrorCode() == LOCK_TIMEOUT && isEarly(connection, timeouts, begin)) {
          Thread.currentThread().interrupt();
        }
        throw e;
      }
    }
  }

  private static void send(PreparedStatement statement, Step step) throws SQLException {
    if (step instanceof Step.WriteAll<?> write) {
      ROWS.write(statement, write);
    } else {
      Round.alone(statement, ROWS, step);
    }
  }

  /**
   * Whether H2 timed out sooner than it was told to: it does so when a thread that waits for a row
   * is interrupted, and forgets the interrupt.
   */
  private static boolean isEarly(Connection connection, Timeouts timeouts, long begin)
      throws SQLException {
    long own = ownLockTimeout(connection);
    long waited = Duration.ofNanos(System.nanoTime() - begin).toMillis();
    return waited < Math.min(own, timeouts.lock().toMillis());
  }

  private static long ownLockTimeout(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet results = statement.executeQuery("CALL LOCK_TIMEOUT()")) {
      results.next();
      return results.getLong(1);
    }
  }

  /**
   * H2 answers an equal query from memory as long as no table of it has changed, and in a race with
   * a commit takes an older answer for the newest (its issues 3894 and 4208). It does not do so
   * where an answer depends on the time.
   */
  @Override
  public String fresh() {
    return " AND CURRENT_TIMESTAMP IS NOT NULL";
  }

  @Override
  public String forUpdate(Timeouts timeouts) {
    return " FOR UPDATE WAIT " + timeouts.lock().toMillis() / 1_000.0;
  }

  @Override
  public String update(String table, List<? extends Column<?>> columns, String set, String guard) {
    return ROWS.update(table, columns, set, guard);
  }

  @Override
  public Encoding encoding() {
    return ROWS;
  }

  /** H2 keeps the isolation level in the session, where asking for it costs nothing. */
  @Override
  public Settings settings(Connection connection, Timeouts timeouts) throws SQLException {
    int found = connection.getTransactionIsolation();
    if (found == Connection.TRANSACTION_READ_COMMITTED) {
      return () -> {};
    }
    connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
    return () -> connection.setTransactionIsolation(found);
  }

  @Override
  public Fault fault(SQLException e) {
    int code = e.getErrorCode();
    if (LOST.contains(code)) {
      return Fault.LOST;
    }
    if (CONFLICTS.contains(code) || String.valueOf(e.getMessage()).contains(MADE_TWICE)) {
      return Fault.CONFLICT;
    }
    return code == LOCK_TIMEOUT || code == CANCELLED ? Fault.TIMEOUT : Fault.FAILURE;
  }
}
