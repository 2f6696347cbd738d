package io.orderingengine.jdbi;

import io.orderingengine.spi.Grouping;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** MariaDB 10.11 or newer, by its own driver. */
final class MariaDb implements Database {
  private static final int OLDEST_MAJOR = 10;
  private static final int OLDEST_MINOR = 11;
  private static final JsonEncoding JSON = new JsonEncoding();

  /**
   * Deadlock, a row that has changed since it was read, a server that is going down, a connection
   * that was killed.
   */
  private static final Set<Integer> LOST = Set.of(1213, 1020, 1053, 1927);

  /** A unique key that is taken, numbers that do not fit. */
  private static final Set<Integer> CONFLICTS = Set.of(1062, 1264, 1690);

  /** Of a lock, of a statement. */
  private static final Set<Integer> TIMEOUTS = Set.of(1205, 1969);

  private static final String CONNECTION_LOST = "08";

  @Override
  public String folder() {
    return "mariadb";
  }

  @Override
  public Database check(Connection connection) throws SQLException {
    DatabaseMetaData metaData = connection.getMetaData();
    int major = metaData.getDatabaseMajorVersion();
    int minor = metaData.getDatabaseMinorVersion();
    if (major < OLDEST_MAJOR || (major == OLDEST_MAJOR && minor < OLDEST_MINOR)) {
      throw new IllegalStateException(
          "MariaDB must be of version 10.11 or newer, but is of version " + major + "." + minor);
    }
    refuse(
        connection,
        "SELECT @@sql_mode WHERE @@sql_mode NOT LIKE '%STRICT_%_TABLES%'",
        "MariaDB would cut values that do not fit: add STRICT_TRANS_TABLES to sql_mode");
    refuse(
        connection,
        "SELECT @@binlog_format WHERE @@log_bin AND @@binlog_format = 'STATEMENT'",
        "MariaDB refuses READ COMMITTED where it logs statements: set binlog_format to MIXED or"
            + " ROW");
    refuse(
        connection,
        "SELECT 'off' WHERE NOT (@@foreign_key_checks AND @@check_constraint_checks)",
        "foreign keys and checks would not be enforced: set foreign_key_checks and"
            + " check_constraint_checks to 1");
    return this;
  }

  private static void refuse(Connection connection, String findFault, String remedy)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(findFault);
        ResultSet results = statement.executeQuery()) {
      if (results.next()) {
        throw new IllegalStateException(remedy + " (it is " + results.getString(1) + ")");
      }
    }
  }

  /**
   * The store counts the rows that met a condition, whether or not they were changed by it. In a
   * transaction: the session's own may be read-only.
   */
  @Override
  public void checkCounts(Sessions sessions, Prefix prefix) {
    String changeNothing = "UPDATE " + prefix.table("schema_version") + " SET version = version";
    try (Session session = sessions.open()) {
      session.begin(List.of());
      try (PreparedStatement statement = session.connection().prepareStatement(changeNothing)) {
        if (statement.executeUpdate() == 0) {
          throw new IllegalStateException(
              "with useAffectedRows the driver does not count the rows that a statement found:"
                  + " take it out of the URL");
        }
      }
    } catch (SQLException e) {
      throw sessions.failure(e);
    }
  }

  @Override
  public @Nullable String schema(Connection connection) throws SQLException {
    return connection.getCatalog();
  }

  @Override
  public String checks() {
    return "SELECT TABLE_NAME, CONSTRAINT_NAME, CHECK_CLAUSE"
        + " FROM INFORMATION_SCHEMA.CHECK_CONSTRAINTS WHERE CONSTRAINT_SCHEMA = ?";
  }

  /** MariaDB commits each statement by itself: its scripts may be run side by side instead. */
  @Override
  public List<Step> lockSchema(Prefix prefix) {
    return List.of();
  }

  /** For the next transaction only. */
  @Override
  public List<Step> begin(Timeouts timeouts) {
    return List.of(new Step.Setting("SET TRANSACTION ISOLATION LEVEL READ COMMITTED, READ WRITE"));
  }

  /** The driver sends no ROLLBACK before the first statement, and the level would stay set. */
  @Override
  public void rollBack(Connection connection) throws SQLException {
    alone(connection, "", new Step.Setting("ROLLBACK"));
  }

  /** Where autoCommit is off, reads at SERIALIZABLE would lock. */
  @Override
  public List<Step> beforeRead(Timeouts timeouts) {
    return begin(timeouts);
  }

  @Override
  public Joining join(Connection connection, Timeouts timeouts) throws SQLException {
    return Joining.as(connection);
  }

  @Override
  public Grouping grouping() {
    return Grouping.of(2, 2_000);
  }

  @Override
  public Turns turns() {
    return Turns.AT_ONCE;
  }

  @Override
  public void send(Connection connection, Timeouts timeouts, List<Step> steps) throws SQLException {
    String within = within(timeouts);
    try {
      if (steps.size() == 1) {
        alone(connection, steps.get(0) instanceof Step.Setting ? "" : within, steps.get(0));
      } else if (!steps.isEmpty()) {
        Block.run(connection, within, JSON, steps);
      }
    } catch (SQLException e) {
      if (connection.getAutoCommit()) {
        forgetNext(connection, e);
      }
      throw e;
    }
  }

  private static void alone(Connection connection, String before, Step step) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(before + step.sql())) {
      Round.alone(statement, JSON, step);
    }
  }

  /** A read that fails outside a transaction leaves what was set for it to the next one. */
  private void forgetNext(Connection connection, SQLException failure) {
    try {
      rollBack(connection);
    } catch (SQLException e) {
      failure.addSuppressed(e);
    }
  }

  /** Bounds a statement or a block, and leaves the session's own settings alone. */
  private static String within(Timeouts timeouts) {
    return "SET STATEMENT max_statement_time="
        + timeouts.answer().toMillis() / 1_000.0
        + ", innodb_lock_wait_timeout="
        + seconds(timeouts.lock())
        + " FOR ";
  }

  /** MariaDB waits for locks in whole seconds. */
  private static long seconds(Duration time) {
    return time.plusMillis(999).toSeconds();
  }

  @Override
  public String fresh() {
    return "";
  }

  @Override
  public String forUpdate(Timeouts timeouts) {
    return " FOR UPDATE";
  }

  @Override
  public Encoding encoding() {
    return JSON;
  }

  @Override
  public String update(String table, List<? extends Column<?>> columns, String set, String guard) {
    return "UPDATE "
        + JSON.join(table, columns, columns.subList(0, 1))
        + " SET "
        + set
        + " WHERE "
        + guard;
  }

  @Override
  public Settings settings(Connection connection, Timeouts timeouts) throws SQLException {
    return NetworkTimeout.bound(connection, timeouts);
  }

  @Override
  public Fault fault(SQLException e) {
    int code = e.getErrorCode();
    if (LOST.contains(code) || String.valueOf(e.getSQLState()).startsWith(CONNECTION_LOST)) {
      return Fault.LOST;
    }
    if (CONFLICTS.contains(code)) {
      return Fault.CONFLICT;
    }
    return TIMEOUTS.contains(code) ? Fault.TIMEOUT : Fault.FAILURE;
  }
}
