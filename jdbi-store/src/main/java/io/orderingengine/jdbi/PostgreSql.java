package io.orderingengine.jdbi;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** PostgreSQL 15 or newer, by pgjdbc, which sends several statements with arguments at once. */
final class PostgreSql implements Database {
  private static final int OLDEST = 15;
  private static final Encoding ARRAYS = new ArrayEncoding("BYTEA");

  /**
   * Beside serialization failures and deadlocks: a unique key that is taken, a number that does not
   * fit, a server that is going down or coming up.
   */
  private static final Set<String> CONFLICTS =
      Set.of("40001", "40P01", "23505", "22003", "25P03", "57P01", "57P02", "57P03", "57P05");

  private static final Set<String> TIMEOUTS = Set.of("55P03", "57014");
  private static final String CONNECTION_LOST = "08";

  @Override
  public String folder() {
    return "postgresql";
  }

  @Override
  public Database check(Connection connection) throws SQLException {
    int version = connection.getMetaData().getDatabaseMajorVersion();
    if (version < OLDEST) {
      throw new IllegalStateException(
          "PostgreSQL must be of version " + OLDEST + " or newer, but is of version " + version);
    }
    return this;
  }

  /** The information schema shows only the checks of the role's own tables. */
  @Override
  public String checks() {
    return "SELECT t.relname, c.conname, pg_get_expr(c.conbin, c.conrelid)"
        + " FROM pg_constraint AS c JOIN pg_class AS t ON t.oid = c.conrelid"
        + " JOIN pg_namespace AS n ON n.oid = c.connamespace"
        + " WHERE c.contype = 'c' AND n.nspname = ?";
  }

  @Override
  public List<Step> lockSchema(Prefix prefix) {
    return List.of(
        new Step.Setting(
            "SELECT pg_advisory_xact_lock(hashtext(current_schema()), hashtext('"
                + prefix
                + "'))"));
  }

  /**
   * All of it ends with the transaction, and the time-out of statements before its COMMIT waits for
   * a standby: a COMMIT that were cancelled there would answer success.
   */
  @Override
  public List<Step> begin(Timeouts timeouts) {
    return List.of(
        new Step.Setting("SET TRANSACTION ISOLATION LEVEL READ COMMITTED, READ WRITE"),
        new Step.Setting(
            "SELECT "
                + local("lock_timeout", timeouts.lock())
                + local("idle_in_transaction_session_timeout", timeouts.answer())
                + statements(timeouts)));
  }

  /** All of it ends with the round trip, which is one transaction by itself. */
  @Override
  public List<Step> beforeRead(Timeouts timeouts) {
    return List.of(new Step.Setting("SELECT " + statements(timeouts)));
  }

  /**
   * Sequential scans, hash and merge joins are off because a plan that is made while a table is
   * small would be kept when it has grown.
   */
  private static String statements(Timeouts timeouts) {
    return local("statement_timeout", timeouts.answer())
        + "set_config('enable_seqscan', 'off', true), "
        + "set_config('enable_hashjoin', 'off', true), "
        + "set_config('enable_mergejoin', 'off', true)";
  }

  private static String local(String setting, Duration time) {
    return "set_config('" + setting + "', '" + time.toMillis() + "', true), ";
  }

  @Override
  public Turns turns() {
    return Turns.AT_ONCE;
  }

  @Override
  public void send(Connection connection, Timeouts timeouts, List<Step> steps) throws SQLException {
    Round.together(connection, ARRAYS, steps);
  }

  @Override
  public String fresh() {
    return "";
  }

  /** Not FOR UPDATE: it would wait for every row of the host's that refers to ours. */
  @Override
  public String forUpdate(Timeouts timeouts) {
    return " FOR NO KEY UPDATE";
  }

  @Override
  public String update(String table, List<? extends Column<?>> columns, String set, String guard) {
    return "UPDATE "
        + table
        + " AS t SET "
        + set
        + " FROM "
        + ARRAYS.rows(columns)
        + " WHERE t.id = d.id AND "
        + guard;
  }

  @Override
  public Encoding encoding() {
    return ARRAYS;
  }

  /** The driver's own: the server's are in {@link #begin}. */
  @Override
  public Settings settings(Connection connection, Timeouts timeouts) throws SQLException {
    int found = connection.getNetworkTimeout();
    int most = Math.toIntExact(timeouts.answer().plus(timeouts.lock()).toMillis());
    if (found > 0 && found <= most) {
      return () -> {};
    }
    connection.setNetworkTimeout(Runnable::run, most);
    return () -> connection.setNetworkTimeout(Runnable::run, found);
  }

  @Override
  public Fault fault(SQLException e) {
    String state = String.valueOf(e.getSQLState());
    if (CONFLICTS.contains(state) || state.startsWith(CONNECTION_LOST)) {
      return Fault.CONFLICT;
    }
    return TIMEOUTS.contains(state) ? Fault.TIMEOUT : Fault.FAILURE;
  }
}
