package io.orderingengine.jdbi;

import io.orderingengine.spi.Grouping;
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
  private final Database database;
  private final Sessions sessions;
  private final IdCounter ids;
  private final Transactions transactions;
  private final StoreQueries queries;

  JdbiStore(
      Database database,
      Sessions sessions,
      IdCounter ids,
      Transactions transactions,
      StoreQueries queries) {
    this.database = database;
    this.sessions = sessions;
    this.ids = ids;
    this.transactions = transactions;
    this.queries = queries;
  }

  /**
   * A store that begins and commits its own transactions, at READ COMMITTED, on connections that
   * belong to no transaction of the host's. The pool's autoCommit may be on or off.
   */
  public static JdbiStoreBuilder ownTransactions(DataSource dataSource) {
    return new JdbiStoreBuilder(dataSource, null);
  }

  /**
   * A store whose commands become part of the transaction that the host has open on the calling
   * thread, at READ COMMITTED: what the host rolls back was never done, and an outcome is final
   * only when the host has committed. A rejected or failed command leaves nothing behind, and the
   * host's transaction usable, unless that is lost itself: see {@link
   * HostTransactionLostException}.
   *
   * <p>The engine then runs each command once, on the calling thread, and has no async calls. Locks
   * are held until the host's transaction ends. Two commands in one transaction may meet those of
   * another in a deadlock, which ends one of them.
   *
   * @param dataSource connections that belong to no transaction of the host's: the engine takes its
   *     ids by them, a thousand at a time. If it is the pool of the host's own connections, the
   *     pool needs one to spare
   * @param host where the connection with the open transaction is
   */
  public static JdbiStoreBuilder hostTransactions(DataSource dataSource, HostConnection host) {
    return new JdbiStoreBuilder(dataSource, HostTransactions.Lease.of(host));
  }

  /**
   * The same, with a {@link DataSource} that knows which transaction the calling thread is in, such
   * as Spring's {@code TransactionAwareDataSourceProxy}. Its connections are closed after each
   * command, which gives them back.
   */
  public static JdbiStoreBuilder hostTransactions(DataSource dataSource, DataSource host) {
    return new JdbiStoreBuilder(dataSource, HostTransactions.Lease.of(host));
  }

  @Override
  public <R> R inTransaction(StoreWork<R> work) {
    return transactions.run(work);
  }

  @Override
  public boolean joinsTransactions() {
    return transactions.areTheHosts();
  }

  @Override
  public Grouping grouping() {
    return database.grouping();
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
    transactions.close();
  }
}
