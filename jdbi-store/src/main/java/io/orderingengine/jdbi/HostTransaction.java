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
  private static final String NAME = "ordering_engine_command";
  private static final Step SAVEPOINT = new Step.Setting("SAVEPOINT " + NAME);
  private static final Step ROLLBACK = new Step.Setting("ROLLBACK TO SAVEPOINT " + NAME);
  private static final Step RELEASE = new Step.Setting("RELEASE SAVEPOINT " + NAME);

  private final HostTransactions transactions;
  private final Connection connection;
  private final Joining joining;
  private boolean begun;
  private boolean written;

  HostTransaction(HostTransactions transactions, Connection connection) throws SQLException {
    this.transactions = transactions;
    this.connection = connection;
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

  /** Runs the work; what it wrote stays, if it returns. */
  <R> R run(Supplier<R> work) {
    try {
      R result = work.get();
      if (written) {
        keep();
      } else if (begun) {
        undo();
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
    all.add(SAVEPOINT);
    all.addAll(joining.before());
    all.addAll(steps);
    send(all);
  }

  @Override
  public void write(Changes changes) {
    send(transactions.writes.steps(changes));
    written = true;
  }

  private void keep() {
    List<Step> steps = new ArrayList<>(joining.after());
    steps.add(RELEASE);
    send(steps);
  }

  /** Sets the settings back, too, where they belong to the transaction. */
  private void undo() {
    send(List.of(ROLLBACK, RELEASE));
  }

  /** A transaction that has lost its savepoint is lost itself. */
  private void undoAfter(Throwable e) {
    try {
      undo();
    } catch (StoreException lost) {
      lost.addSuppressed(e);
      throw lost instanceof HostTransactionLostException
          ? lost
          : new HostTransactionLostException(lost);
    }
  }

  private void send(List<Step> steps) {
    try {
      transactions.database.send(connection, transactions.timeouts, steps);
    } catch (SQLException e) {
      throw transactions.failure(e);
    }
  }
}
