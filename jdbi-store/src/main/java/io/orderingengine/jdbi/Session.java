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
  private boolean begun;
  private boolean hasTurn;

  Session(Handle handle, Database database, Timeouts timeouts) throws SQLException {
    this.handle = handle;
    this.database = database;
    this.timeouts = timeouts;
    connection = handle.getConnection();
    try {
      autoCommit = connection.getAutoCommit();
      settings = database.settings(connection, timeouts);
    } catch (SQLException | RuntimeException e) {
      giveBack();
      throw e;
    }
  }

  Connection connection() {
    return connection;
  }

  <R extends @Nullable Object> R with(HandleCallback<R, SQLException> work) throws SQLException {
    return work.withHandle(handle);
  }

  /** Reads outside any transaction. */
  void read(Step.Read read) throws SQLException {
    List<Step> all = new ArrayList<>(database.beforeRead(timeouts));
    all.add(read);
    database.send(connection, timeouts, all);
  }

  /** Begins a transaction with these steps. */
  void begin(List<Step> steps) throws SQLException {
    if (connection.getAutoCommit()) {
      connection.setAutoCommit(false);
    }
    begun = true;
    List<Step> all = new ArrayList<>(database.begin(timeouts));
    all.addAll(steps);
    database.send(connection, timeouts, all);
  }

  /** Sends the steps, the last ones before the commit. */
  void end(List<Step> steps) throws SQLException {
    if (!hasTurn) {
      database.turns().begin(timeouts.answer());
      hasTurn = true;
    }
    database.send(connection, timeouts, steps);
  }

  /** Commits; an error means that nobody knows whether it did. */
  void commit() throws SQLException {
    connection.commit();
    begun = false;
    endTurn();
  }

  /** Gives up a connection of which nobody knows what it still does. */
  void abandon() {
    abort();
    close();
  }

  /** Rolls back what was not committed, and gives the connection back. */
  @Override
  public void close() {
    if (!open) {
      return;
    }
    open = false;
    try {
      restore();
    } catch (SQLException | RuntimeException e) {
      abort();
    } finally {
      giveBack();
    }
  }

  private void endTurn() {
    if (hasTurn) {
      hasTurn = false;
      database.turns().end();
    }
  }

  private void restore() throws SQLException {
    if (!connection.getAutoCommit()) {
      if (begun && !hasTurn) {
        database.turns().beginToRollBack();
        hasTurn = true;
      }
      if (begun) {
        database.rollBack(connection);
      } else {
        connection.rollback();
      }
      if (autoCommit) {
        connection.setAutoCommit(true);
      }
    }
    settings.restore();
  }

  private void abort() {
    try {
      connection.abort(Runnable::run);
    } catch (SQLException e) {
      // It is gone, which is what was wanted.
    }
  }

  private void giveBack() {
    try {
      handle.close();
    } catch (RuntimeException e) {
      // What was committed is committed, whatever becomes of the connection.
    } finally {
      endTurn();
    }
  }
}
