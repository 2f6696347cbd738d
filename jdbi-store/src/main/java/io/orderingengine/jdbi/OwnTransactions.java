package io.orderingengine.jdbi;

import io.orderingengine.spi.StoreWork;
import java.sql.SQLException;

/** Runs transactions of the engine's own on connections of the host's. Thread-safe. */
final class OwnTransactions implements Transactions {
  final Sessions sessions;
  final LockStatements locks;
  final WriteStatements writes;
  final Lanes lanes;

  OwnTransactions(Sessions sessions, LockStatements locks, WriteStatements writes, Lanes lanes) {
    this.sessions = sessions;
    this.locks = locks;
    this.writes = writes;
    this.lanes = lanes;
  }

  @Override
  public boolean areTheHosts() {
    return false;
  }

  @Override
  public <R> R run(StoreWork<R> work) {
    try (Session session = sessions.open();
        OwnTransaction transaction = new OwnTransaction(this, session, lanes.take(session))) {
      R result = work.run(transaction);
      transaction.commit();
      return result;
    } catch (SQLException e) {
      throw sessions.failure(e);
    }
  }

  @Override
  public void read(Step.Read read) {
    try (Session session = sessions.open()) {
      session.read(read);
    } catch (SQLException e) {
      throw sessions.failure(e);
    }
  }

  @Override
  public void close() {
    lanes.close();
  }
}
