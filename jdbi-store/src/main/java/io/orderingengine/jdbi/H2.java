package io.orderingengine.jdbi;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** H2 2.3.232 or newer, in memory, in a file, or behind a server. */
final class H2 implements Database {
  private static final int OLDEST = 2;
  private static final int OLDEST_MINOR = 3;
  private static final String ASYNC = "async:";
  private static final UnnestSql UNNEST = new UnnestSql("VARBINARY");

  /**
   * Deadlock, a unique key that is taken, a number that does not fit, a concurrent update; a table,
   * an index, a constraint that was made at the same time.
   */
  private static final Set<Integer> CONFLICTS =
      Set.of(40_001, 23_505, 22_003, 90_131, 42_101, 42_111, 90_045);

  /** Broken or closed connections and databases. */
  private static final Set<Integer> LOST = Set.of(90_007, 90_067, 90_098, 90_121);

  private static final int LOCK_TIMEOUT = 50_200;
  private static final int CANCELLED = 57_014;

  @Override
  public String folder() {
    return "h2";
  }

  @Override
  public void check(Connection connection) throws SQLException {
    int major = connection.getMetaData().getDatabaseMajorVersion();
    int minor = connection.getMetaData().getDatabaseMinorVersion();
    if (major < OLDEST || (major == OLDEST && minor < OLDEST_MINOR)) {
      throw new IllegalStateException(
          "H2 must be of version 2.3.232 or newer, but is of version " + major + "." + minor);
    }
    String path = text(connection, "CALL DATABASE_PATH()");
    if (path != null) {
      checkFile(connection, path);
    }
    refuse(connection, "IGNORECASE", "TRUE", "keys would be compared without their case");
    String collation = setting(connection, "COLLATION");
    if (collation != null && !collation.startsWith("OFF")) {
      throw new IllegalStateException(
          "The H2 database has the collation "
              + collation
              + ": keys would not be compared byte by byte; open it without one");
    }
  }

  private static void checkFile(Connection connection, String path) throws SQLException {
    if (!path.startsWith(ASYNC)) {
      throw new IllegalStateException(
          "The H2 database is open as "
              + path
              + ", where one interrupt of a thread closes the file"
              + " for all; open it as jdbc:h2:async:"
              + bare(path)
              + ";WRITE_DELAY=0");
    }
    String delay = setting(connection, "WRITE_DELAY");
    if (!"0".equals(delay)) {
      throw new IllegalStateException(
          "The H2 database is open with WRITE_DELAY="
              + delay
              + ", so that a crash would lose what"
              + " was committed in that many milliseconds; open it as jdbc:h2:"
              + path
              + ";WRITE_DELAY=0");
    }
  }

  private static String bare(String path) {
    return path.substring(path.startsWith("/") ? 0 : path.indexOf(':') + 1);
  }

  private static void refuse(Connection connection, String name, String value, String why)
      throws SQLException {
    if (value.equalsIgnoreCase(setting(connection, name))) {
      throw new IllegalStateException(
          "The H2 database is open with " + name + "=" + value + ": " + why + "; open it without");
    }
  }

  private static @Nullable String setting(Connection connection, String name) throws SQLException {
    return text(
        connection,
        "SELECT SETTING_VALUE FROM INFORMATION_SCHEMA.SETTINGS WHERE SETTING_NAME = ?",
        name);
  }

  private static @Nullable String text(Connection connection, String sql, String... arguments)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < arguments.length; i++) {
        statement.setString(i + 1, arguments[i]);
      }
      try (ResultSet results = statement.executeQuery()) {
        return results.next() ? results.getString(1) : null;
      }
    }
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
  public List<Step> beforeCommit() {
    return List.of();
  }

  @Override
  public void send(Connection connection, List<Step> steps) throws SQLException {
    Round.inTurn(connection, steps);
  }

  @Override
  public String forUpdate(Timeouts timeouts) {
    return " FOR UPDATE WAIT " + timeouts.lock().toMillis() / 1_000.0;
  }

  @Override
  public String insert(String table, List<? extends Column<?>> columns) {
    return UNNEST.insert(table, columns);
  }

  @Override
  public String update(String table, List<? extends Column<?>> columns, String set, String guard) {
    return "MERGE INTO "
        + table
        + " AS t USING (SELECT * FROM "
        + rows(columns)
        + ") AS d ON t.id = d.id AND "
        + guard
        + " WHEN MATCHED THEN UPDATE SET "
        + set;
  }

  @Override
  public String rows(List<? extends Column<?>> columns) {
    return UNNEST.rows(columns);
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
    if (CONFLICTS.contains(code) || LOST.contains(code)) {
      return Fault.CONFLICT;
    }
    return code == LOCK_TIMEOUT || code == CANCELLED ? Fault.TIMEOUT : Fault.FAILURE;
  }
}
