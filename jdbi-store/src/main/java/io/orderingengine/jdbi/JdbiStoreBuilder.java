package io.orderingengine.jdbi;

import io.orderingengine.jdbi.HostTransactions.Lease;
import java.time.Duration;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Builds a {@link JdbiStore}. Not thread-safe. */
public final class JdbiStoreBuilder {
  private static final Duration LEAST = Duration.ofMillis(1);
  private static final Duration MOST = Duration.ofDays(1);

  private final DataSource dataSource;
  private final @Nullable Lease host;
  private @Nullable Dialect dialect;
  private Prefix prefix = Prefix.DEFAULT;
  private Duration lockTimeout = Timeouts.DEFAULT.lock();
  private Duration answerTimeout = Timeouts.DEFAULT.answer();
  private Duration outcomeTimeout = Timeouts.DEFAULT.outcome();

  JdbiStoreBuilder(DataSource dataSource, @Nullable Lease host) {
    if (dataSource == null) {
      throw new IllegalArgumentException("dataSource must not be null");
    }
    this.dataSource = dataSource;
    this.host = host;
  }

  /** What the database speaks; by default the connection's metadata tell. */
  public JdbiStoreBuilder dialect(Dialect dialect) {
    this.dialect = dialect;
    return this;
  }

  /**
   * What stands before the model's names of tables: {@code ordering_} by default. Several shops in
   * one schema take one each.
   */
  public JdbiStoreBuilder tablePrefix(String tablePrefix) {
    prefix = new Prefix(tablePrefix);
    return this;
  }

  /**
   * How long a row is waited for that another transaction holds; 5 seconds by default, on MariaDB
   * rounded up to whole seconds.
   */
  public JdbiStoreBuilder lockTimeout(Duration timeout) {
    lockTimeout = within("lockTimeout", timeout);
    return this;
  }

  /**
   * How long the answer to one round trip is waited for; 30 seconds by default. On PostgreSQL and
   * MariaDB it bounds each statement; on PostgreSQL a silent client's locks too. A connection of
   * the engine's own transactions whose network is silent for longer, by {@code lockTimeout}, is
   * given up.
   */
  public JdbiStoreBuilder answerTimeout(Duration timeout) {
    answerTimeout = within("answerTimeout", timeout);
    return this;
  }

  /**
   * How long the database is asked what became of a commit whose answer was lost; 30 seconds by
   * default. The commits of a host's transactions are the host's.
   */
  public JdbiStoreBuilder outcomeTimeout(Duration timeout) {
    outcomeTimeout = within("outcomeTimeout", timeout);
    return this;
  }

  private static Duration within(String name, Duration timeout) {
    if (timeout == null || timeout.compareTo(LEAST) < 0 || timeout.compareTo(MOST) > 0) {
      throw new IllegalArgumentException(
          name + " must be from " + LEAST + " to " + MOST + ", but was " + timeout);
    }
    return timeout;
  }

  /**
   * Looks at the database, and builds the store.
   *
   * @throws IllegalStateException if the database is of an unknown kind, opened in a way that would
   *     lose what was committed, or has no tables of this prefix; the message says what to do
   * @throws io.orderingengine.spi.StoreException if the database cannot be reached
   */
  public JdbiStore build() {
    var timeouts = new Timeouts(lockTimeout, answerTimeout, outcomeTimeout);
    Database database = Schema.in(dataSource, dialect).tablePrefix(prefix.value()).check();
    var sessions = new Sessions(dataSource, database, timeouts);
    var ids = new IdCounter(prefix, database, timeouts);
    var locks = new LockStatements(prefix, database, timeouts);
    var writes = new WriteStatements(prefix, database);
    Transactions transactions;
    if (host == null) {
      var lanes = new Lanes(sessions, ids, prefix, database, timeouts);
      transactions = new OwnTransactions(sessions, locks, writes, lanes);
    } else {
      refuseTurns(database);
      transactions = new HostTransactions(host, database, timeouts, locks, writes);
    }
    var queries = new JdbiQueries(transactions, prefix, database);
    return new JdbiStore(database, sessions, ids, transactions, queries);
  }

  private static void refuseTurns(Database database) {
    if (database.turns() != Turns.AT_ONCE) {
      throw new IllegalStateException(
          "an H2 file is whole after a crash only if transactions end in turns, which the host's"
              + " do not: use JdbiStore.ownTransactions(dataSource), or H2 in memory, or another"
              + " database");
    }
  }
}
