package io.orderingengine.jdbi;

import io.orderingengine.jdbi.HostTransactionRefusedException.Reason;
import io.orderingengine.spi.Changes;
import io.orderingengine.spi.RowKeys;
import io.orderingengine.spi.Rows;
import io.orderingengine.spi.StoreException;
import io.orderingengine.spi.StoreTransaction;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * The part that one command has in a transaction of the host's: under a savepoint, so that it
 * leaves all of its changes there or none, and the transaction's settings as it found them.
 */
final class HostTransaction implements StoreTransaction {
  private final HostTransactions transactions;
  private final Connection connection;
  private final Joining joining;
  private final String savepoint;
  private boolean begun;

  /**
   * @param purpose what tells its savepoint from those of others that are open at the same time
   */
  HostTransaction(HostTransactions transactions, Connection connection, String purpose)
      throws SQLException {
    this.transactions = transactions;
    this.connection = connection;
    savepoint = "SAVEPOINT ordering_engine_" + purpose;
    joining = transactions.database.join(connection, transactions.timeouts);
  }

  void requireReadCommitted() {
    if (!joining.isolation().equals(Joining.READ_COMMITTED)) {
      throw new HostTransactionRefusedException(
          Reason.ISOLATION_LEVEL,
          "the host's transaction is at "
              + joining.isolation()
              + ", but the engine's commands need READ COMMITTED: set that level for the"
              + " transaction, or for all connections of the pool");
    }
  }

  /** Runs the work; what it wrote stays, if it returns, and so do its locks. */
  <R> R run(Supplier<R> work) {
    try {
      return underSavepoint(work);
    } catch (HostTransactionLostException lost) {
      giveUp(lost);
      throw lost;
    }
  }

  private <R> R underSavepoint(Supplier<R> work) {
    try {
      R result = work.get();
      if (begun) {
        keep();
      }
      return result;
    } catch (HostTransactionLostException lost) {
      throw lost;
    } catch (RuntimeException | Error e) {
      if (begun) {
        undoAfter(e);
      }
      throw e;
    }
  }

  private void giveUp(HostTransactionLostException lost) {
    try {
      send(joining.lost());
    } catch (StoreException e) {
      lost.addSuppressed(e);
    }
  }

  @Override
  public Rows lock(RowKeys keys) {
    var rows = new LockedRows(keys);
    begin(transactions.locks.steps(keys, rows));
    return rows;
  }

  /** Reads what is committed, and what the host's transaction itself wrote. */
  void read(Step.Read read) {
    run(
        () -> {
          begin(List.of(read));
          return read;
        });
  }

  private void begin(List<Step> steps) {
    begun = true;
    List<Step> all = new ArrayList<>();
    all.add(new Step.Setting(savepoint));
    all.addAll(joining.before());
    all.addAll(steps);
    send(all);
  }

  @Override
  public void write(Changes changes) {
    send(transactions.writes.steps(changes));
  }

  private void keep() {
    List<Step> steps = new ArrayList<>(joining.after());
    steps.add(release());
    send(steps);
  }

  /** Settings go back with the savepoint. A transaction that has lost that is lost itself. */
  private void undoAfter(Throwable e) {
    try {
      send(List.of(new Step.Setting("ROLLBACK TO " + savepoint), release()));
    } catch (StoreException lost) {
      lost.addSuppressed(e);
      throw lost instanceof HostTransactionLostException
          ? lost
          : new HostTransactionLostException(lost);
    }
  }

  private Step release() {
    return new Step.Setting("RELEASE " + savepoint);
  }

  private void send(List<Step> steps) {
    try {
      transactions.database.send(connection, transactions.timeouts, steps);
    } catch (SQLException e) {
      throw transactions.failure(e);
    }
  }
}
