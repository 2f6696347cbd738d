package io.orderingengine.jdbi;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A server of PostgreSQL of its own, whose commits can be made to hang: they wait for a standby
 * that there is not, until it is no longer asked for.
 */
final class AbsentStandby implements AutoCloseable {
  final PostgreSqlServer server = PostgreSqlServer.withSynchronousCommit();

  AbsentStandby() throws SQLException {
    sql("CREATE TABLE probe (id INTEGER)");
  }

  private void sql(String... statements) throws SQLException {
    try (Connection connection = server.dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  /** Lets commits hang, and has seen one of its own hang. */
  void hangCommits() throws Exception {
    ask("nobody");
    var seen = new AtomicBoolean();
    CompletableFuture<Void> probe = CompletableFuture.runAsync(() -> commitUntil(seen));
    Polling.until("a commit hangs", () -> hangingCommits() == 1);
    seen.set(true);
    sql("SELECT pg_cancel_backend(pid) FROM pg_stat_activity WHERE wait_event = 'SyncRep'");
    probe.get();
  }

  private void commitUntil(AtomicBoolean seen) {
    try {
      while (!seen.get()) {
        sql("INSERT INTO probe VALUES (1)");
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  void letCommitsGo() throws SQLException {
    ask("");
  }

  private void ask(String standby) throws SQLException {
    sql(
        "ALTER SYSTEM SET synchronous_standby_names = '" + standby + "'",
        "SELECT pg_reload_conf()");
  }

  long hangingCommits() throws SQLException {
    return count("SELECT count(*) FROM pg_stat_activity WHERE wait_event = 'SyncRep'");
  }

  /** How many connections wait for the row of a lane. */
  long waitingForLane() throws SQLException {
    return count(
        "SELECT count(*) FROM pg_stat_activity"
            + " WHERE wait_event_type = 'Lock' AND query LIKE '%lane%FOR NO KEY UPDATE'");
  }

  private long count(String sql) throws SQLException {
    try (Connection connection = server.dataSource().getConnection();
        Statement statement = connection.createStatement();
        ResultSet results = statement.executeQuery(sql)) {
      results.next();
      return results.getLong(1);
    }
  }

  @Override
  public void close() throws SQLException {
    letCommitsGo();
    server.stop();
  }
}
