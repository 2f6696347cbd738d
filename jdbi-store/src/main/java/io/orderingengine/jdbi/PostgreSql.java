package io.orderingengine.jdbi;

import io.orderingengine.spi.Grouping;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** PostgreSQL 15 or newer, by pgjdbc, which sends several statements with arguments at once. */
final class PostgreSql implements Database {
  private static final int OLDEST = 15;
  private static final ArrayEncoding ARRAYS = new ArrayEncoding("BYTEA");

  /**
   * Serialization failure, deadlock, a transaction that has failed or was ended, a server that is
   * going down or coming up.
   */
  private static final Set<String> LOST =
      Set.of("40001", "40P01", "25P02", "25P03", "57P01", "57P02", "57P03", "57P05");

  /** A unique key that is taken, a number that does not fit. */
  private static final Set<String> CONFLICTS = Set.of("23505", "22003");

  private static final Set<String> TIMEOUTS = Set.of("55P03", "57014");

  /**
   * A plan is made once for each statement, and so must not hang on how large a table or an array
   * was then: as no scan and no join but by an index. The server's own choice would be to make most
   * of ours anew each time, which takes a third of its time for a checkout.
   */
  private static final SortedMap<String, String> PLANS =
      new TreeMap<>(
          Map.of(
              "enable_seqscan", "off",
              "enable_hashjoin", "off",
              "enable_mergejoin", "off",
              "plan_cache_mode", "force_generic_plan"));

  private static final String ISOLATION = "transaction_isolation";

  /** The level of isolation, and what the store sets. */
  private static final String SETTINGS =
      Stream.concat(
              Stream.of(ISOLATION, "lock_timeout", "statement_timeout"), PLANS.keySet().stream())
          .collect(
              Collectors.joining(
                  "', '", "SELECT s, current_setting(s) FROM UNNEST(ARRAY['", "']) AS s"));

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

  @Override
  public void checkCounts(Sessions sessions, Prefix prefix) {}

  @Override
  public @Nullable String schema(Connection connection) throws SQLException {
    return connection.getSchema();
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

  @Override
  public void rollBack(Connection connection) throws SQLException {
    connection.rollback();
  }

  /** All of it ends with the round trip, which is one transaction by itself. */
  @Override
  public List<Step> beforeRead(Timeouts timeouts) {
    return List.of(new Step.Setting("SELECT " + statements(timeouts)));
  }

  private static String statements(Timeouts timeouts) {
    return local("statement_timeout", timeouts.answer())
        + PLANS.entrySet().stream()
            .map(setting -> local(setting.getKey(), setting.getValue()))
            .collect(Collectors.joining(", "));
  }

  private static String local(String setting, Duration time) {
    return local(setting, String.valueOf(time.toMillis())) + ", ";
  }

  private static String local(String setting, String value) {
    return "set_config('" + setting + "', '" + value + "', true)";
  }

  /**
   * What is set for the transaction would stay set in it. Once lost, it refuses to be committed by
   * itself.
   */
  @Override
  public Joining join(Connection connection, Timeouts timeouts) throws SQLException {
    Map<String, String> found = new LinkedHashMap<>();
    Step settings =
        new Step.Read(SETTINGS, List.of(), cells -> found.put(cells.text(), cells.text()));
    send(connection, timeouts, List.of(settings));
    String isolation = Objects.requireNonNull(found.remove(ISOLATION)).toUpperCase(Locale.ROOT);
    String back =
        found.entrySet().stream()
            .map(setting -> local(setting.getKey(), setting.getValue()))
            .collect(Collectors.joining(", ", "SELECT ", ""));
    return new Joining(
        isolation,
        List.of(
            new Step.Setting(
                "SELECT " + local("lock_timeout", timeouts.lock()) + statements(timeouts))),
        List.of(new Step.Setting(back)),
        List.of());
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
    return NetworkTimeout.bound(connection, timeouts);
  }

  @Override
  public Fault fault(SQLException e) {
    String state = String.valueOf(e.getSQLState());
    if (LOST.contains(state) || state.startsWith(CONNECTION_LOST)) {
      return Fault.LOST;
    }
    if (CONFLICTS.contains(state)) {
      return Fault.CONFLICT;
    }
    return TIMEOUTS.contains(state) ? Fault.TIMEOUT : Fault.FAILURE;
  }
}
