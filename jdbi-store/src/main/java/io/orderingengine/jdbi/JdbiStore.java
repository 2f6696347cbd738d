package io.orderingengine.jdbi;

import io.orderingengine.spi.OrderingStore;
import io.orderingengine.spi.StoreQueries;
import io.orderingengine.spi.StoreWork;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * A store in a relational database, over the host's {@link DataSource}: it opens no pool, closes
 * none, and gives every connection back with its settings as it found them. Thread-safe.
 *
 * <pre>{@code
 * Schema.in(dataSource).createIfMissing();
 * try (OrderingEngine engine =
 *     OrderingEngine.builder().store(JdbiStore.ownTransactions(dataSource).build()).build()) {
 *   ...
 * }
 * }</pre>
 *
 * <p>A transaction waits for each row at most for its lock time-out, for each answer of the
 * database at most for its answer time-out, and then fails with nothing written. If the answer to a
 * commit is lost, the store asks the database what became of it; only if that cannot be learnt in
 * time, the call ends with an {@link io.orderingengine.spi.OutcomeUnknownException}.
 */
public final class JdbiStore implements OrderingStore {
  private final Sessions sessions;
  private final IdCounter ids;
  private final OwnTransactions transactions;
  private final StoreQueries queries;

  JdbiStore(DataSource dataSource, Database database, Prefix prefix, Timeouts timeouts) {
    sessions = new Sessions(dataSource, database, timeouts);
    ids = new IdCounter(prefix, database, timeouts);
    transactions =
        new OwnTransactions(
            sessions,
            new LockStatements(prefix, database, timeouts),
            new WriteStatements(prefix, database),
            new Lanes(sessions, ids, prefix, database, timeouts));
    queries = new JdbiQueries(sessions, prefix, database);
  }

  /**
   * A store that begins and commits its own transactions, at READ COMMITTED, on connections that
   * belong to no transaction of the host's. The pool's autoCommit may be on or off.
   */
  public static JdbiStoreBuilder ownTransactions(DataSource dataSource) {
    return new JdbiStoreBuilder(dataSource);
  }

  @Override
  public <R> R inTransaction(StoreWork<R> work) {
    return transactions.run(work);
  }

  @Override
  public StoreQueries queries() {
    return queries;
  }

  @Override
  public long reserveIds(int count) {
    try (Session session = sessions.open()) {
      return ids.reserve(session, count);
    } catch (SQLException e) {
      throw sessions.failure(e);
    }
  }

  /** Takes this store's rows of bookkeeping away. The {@link DataSource} stays open. */
  @Override
  public void close() {
    transactions.lanes.close();
  }
}
