package io.orderingengine.jdbi;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;
import org.jspecify.annotations.Nullable;

/**
 * A connection of the host's for as long as the store has it: given back with its settings as they
 * were found and no transaction open, or, if that cannot be, not at all. Used by one thread.
 */
final class Session implements AutoCloseable {
  private final Handle handle;
  private final Connection connection;
  private final Database database;
  private final Timeouts timeouts;
  private final boolean autoCommit;
  private final Database.Settings settings;
  private boolean open = true;

  Session(Handle handle, Database database, Timeouts timeouts) throws SQLException {
    this.handle = handle;
    this.database = database;
    this.timeouts = timeouts;
    connection = handle.getConnection();
    try {
      autoCommit = connection.getAutoCommit();
      settings = database.settings(connection, timeouts);
    } catch (SQLException e) {
      handle.close();
      throw e;
    }
  }

  Connection connection() {
    return connection;
  }

  <R extends @Nullable Object> R with(HandleCallback<R, SQLException> work) throws SQLException {
    return work.withHandle(handle);
  }

  /** Begins a transaction with these steps. */
  void begin(List<Step> steps) throws SQLException {
    if (connection.getAutoCommit()) {
      connection.setAutoCommit(false);
    }
    List<Step> all = new ArrayList<>(database.begin(timeouts));
    all.addAll(steps);
    database.send(connection, all);
  }

  /** Sends the steps, the last ones before the commit. */
  void end(List<Step> steps) throws SQLException {
    List<Step> all = new ArrayList<>(steps);
    all.addAll(database.beforeCommit());
    database.send(connection, all);
  }

  /** Commits; an error means that nobody knows whether it did. */
  void commit() throws SQLException {
    connection.commit();
  }

  /** Rolls back what was not committed, and gives the connection back. */
  @Override
  public void close() {
    if (!open) {
      return;
    }
    open = false;
    try (handle) {
      try {
        if (!connection.getAutoCommit()) {
          connection.rollback();
          if (autoCommit) {
            connection.setAutoCommit(true);
          }
        }
        settings.restore();
      } catch (SQLException e) {
        abort();
      }
    }
  }

  /** Gives up a connection of which nobody knows what it still does. */
  void abandon() {
    open = false;
    try (handle) {
      abort();
    }
  }

  private void abort() {
    try {
      connection.abort(Runnable::run);
    } catch (SQLException e) {
      // It is gone, which is what was wanted.
    }
  }
}
