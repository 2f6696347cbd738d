package io.orderingengine.jdbi;

import io.orderingengine.spi.Changes;
import io.orderingengine.spi.RowKeys;
import io.orderingengine.spi.Rows;
import io.orderingengine.spi.StoreConflictException;
import io.orderingengine.spi.StoreTransaction;
import java.sql.SQLException;
import java.time.Instant;

/** A transaction that the store itself begins and commits: one round locks, one writes. */
final class OwnTransaction implements StoreTransaction, AutoCloseable {
  private final OwnTransactions transactions;
  private final Session session;
  private final Lane lane;
  private boolean written;
  private boolean committed;

  OwnTransaction(OwnTransactions transactions, Session session, Lane lane) {
    this.transactions = transactions;
    this.session = session;
    this.lane = lane;
  }

  @Override
  public Rows lock(RowKeys keys) {
    var rows = new LockedRows(keys);
    try {
      session.begin(transactions.locks.steps(keys, rows));
    } catch (SQLException e) {
      throw transactions.sessions.failure(e);
    }
    return rows;
  }

  @Override
  public void write(Changes changes) {
    written = true;
    try {
      session.end(transactions.writes.steps(changes, lane, Instant.now()));
    } catch (SQLException e) {
      throw transactions.sessions.failure(e);
    }
  }

  /** Commits what was written; what was only read needs no commit. */
  void commit() {
    if (!written) {
      return;
    }
    try {
      session.commit();
    } catch (SQLException lost) {
      session.abandon();
      if (!transactions.lanes.isCommitted(lane, lost)) {
        throw new StoreConflictException("the database did not make the commit", lost);
      }
    }
    committed = true;
  }

  /** A lane whose transaction failed after its write is not used again: its row may be gone. */
  @Override
  public void close() {
    if (!written || committed) {
      transactions.lanes.giveBack(lane);
    }
  }
}
