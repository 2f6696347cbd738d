package io.orderingengine.jdbi;

import io.orderingengine.jdbi.HostTransactionRefusedException.Reason;
import io.orderingengine.spi.StoreException;
import io.orderingengine.spi.StoreWork;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** Runs commands as parts of the host's transactions, each under a savepoint. Thread-safe. */
final class HostTransactions implements Transactions {
  final Database database;
  final Timeouts timeouts;
  final LockStatements locks;
  final WriteStatements writes;
  private final Lease lease;

  /** How the host's connection is had for one command, and left again. */
  record Lease(HostConnection begin, End end) {
    @FunctionalInterface
    interface End {
      void of(Connection connection) throws SQLException;
    }

    static Lease of(HostConnection host) {
      return new Lease(required(host), connection -> {});
    }

    static Lease of(DataSource host) {
      return new Lease(required(host)::getConnection, Connection::close);
    }

    private static <T> T required(T host) {
      if (host == null) {
        throw new IllegalArgumentException("host must not be null");
      }
      return host;
    }
  }

  HostTransactions(
      Lease lease,
      Database database,
      Timeouts timeouts,
      LockStatements locks,
      WriteStatements writes) {
    this.lease = lease;
    this.database = database;
    this.timeouts = timeouts;
    this.locks = locks;
    this.writes = writes;
  }

  @Override
  public boolean areTheHosts() {
    return true;
  }

  @Override
  public <R> R run(StoreWork<R> work) {
    try (var leased = new Leased()) {
      if (leased.connection.getAutoCommit()) {
        throw new HostTransactionRefusedException(
            Reason.NO_TRANSACTION,
            "there is no open transaction of the host's to join: begin one, by"
                + " setAutoCommit(false) or by what you manage transactions with");
      }
      var transaction = new HostTransaction(this, leased.connection, "command");
      transaction.requireReadCommitted();
      return transaction.run(() -> work.run(transaction));
    } catch (SQLException e) {
      throw failure(e);
    }
  }

  /** In the host's transaction, or without one. */
  @Override
  public void read(Step.Read read) {
    try (var leased = new Leased()) {
      if (leased.connection.getAutoCommit()) {
        List<Step> all = new ArrayList<>(database.beforeRead(timeouts));
        all.add(read);
        database.send(leased.connection, timeouts, all);
      } else {
        new HostTransaction(this, leased.connection, "read").read(read);
      }
    } catch (SQLException e) {
      throw failure(e);
    }
  }

  /** The host's connection for the time of one command. */
  private final class Leased implements AutoCloseable {
    final Connection connection;

    Leased() throws SQLException {
      connection = open();
    }

    @Override
    public void close() throws SQLException {
      lease.end().of(connection);
    }
  }

  private Connection open() throws SQLException {
    Connection connection = lease.begin().current();
    if (connection == null) {
      throw new HostTransactionRefusedException(
          Reason.NO_CONNECTION,
          "the host gave no connection: call the engine on the thread that has the transaction,"
              + " while it is open");
    }
    if (connection.isClosed()) {
      throw new HostTransactionRefusedException(
          Reason.CLOSED_CONNECTION,
          "the host's connection is closed: call the engine before you close it");
    }
    return connection;
  }

  StoreException failure(SQLException e) {
    Fault fault = database.fault(e);
    return fault == Fault.LOST ? new HostTransactionLostException(e) : fault.exception(e);
  }

  @Override
  public void close() {
    // All is the host's.
  }
}
