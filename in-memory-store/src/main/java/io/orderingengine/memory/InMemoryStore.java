package io.orderingengine.memory;

import io.orderingengine.spi.OrderingStore;
import io.orderingengine.spi.StoreQueries;
import io.orderingengine.spi.StoreWork;
import java.time.Duration;

/**
 * A store in memory, with a lock for each row and transactions that become visible at once. Its
 * rows live as long as the object: closing it releases nothing, and another engine may be built
 * over it. Thread-safe.
 *
 * <p>An order of three lines under an idempotency key takes about 850 bytes, with its payment, its
 * event and its entry in the balance's history (measured on a 64-bit JVM with compressed pointers).
 */
public final class InMemoryStore implements OrderingStore {
  /** What the class comment says, with some room for other JVMs; a test measures it. */
  static final int BYTES_PER_ORDER = 1_000;

  private static final Duration LOCK_TIMEOUT = Duration.ofSeconds(5);
  private static final Duration MOST = Duration.ofDays(1);

  private final Database database = new Database();
  private final StoreQueries queries = new InMemoryQueries(database);
  private final long lockTimeoutNanos;

  private InMemoryStore(Duration lockTimeout) {
    lockTimeoutNanos = lockTimeout.toNanos();
  }

  /** An empty store whose locks are waited for at most 5 seconds. */
  public static InMemoryStore create() {
    return new InMemoryStore(LOCK_TIMEOUT);
  }

  /** An empty store whose locks are waited for at most the given time. */
  public static InMemoryStore create(Duration lockTimeout) {
    if (lockTimeout == null || lockTimeout.isNegative() || lockTimeout.compareTo(MOST) > 0) {
      throw new IllegalArgumentException(
          "lockTimeout must be from 0 to " + MOST + ", but was " + lockTimeout);
    }
    return new InMemoryStore(lockTimeout);
  }

  @Override
  public <R> R inTransaction(StoreWork<R> work) {
    try (var transaction = new InMemoryTransaction(database, lockTimeoutNanos)) {
      R result = work.run(transaction);
      transaction.commit();
      return result;
    }
  }

  @Override
  public StoreQueries queries() {
    return queries;
  }

  @Override
  public long reserveIds(int count) {
    return database.nextId.getAndAdd(count);
  }

  @Override
  public void close() {}
}
