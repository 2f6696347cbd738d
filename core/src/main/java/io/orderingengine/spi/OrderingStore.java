package io.orderingengine.spi;

/**
 * Where an engine keeps its rows. A store knows no business rule: it locks and reads what it is
 * told to, and writes what it is given, all or nothing. Thread-safe. The contract suite in the
 * test-jar of core proves a store.
 */
public interface OrderingStore extends AutoCloseable {
  /**
   * Runs the work in one transaction: commits when it returns, rolls back when it throws. The store
   * never runs it twice; core does, after a {@link StoreConflictException}.
   *
   * @throws StoreConflictException if it lost against another transaction, and nothing was written
   * @throws StoreException if the store failed, and nothing was written
   * @throws OutcomeUnknownException if the store was lost while it committed
   */
  <R> R inTransaction(StoreWork<R> work);

  /**
   * Whether its transactions are parts of those that callers have open on their own threads. Then
   * core runs each command and read once, and only on the calling thread: a caller alone can begin
   * its transaction again.
   */
  default boolean joinsTransactions() {
    return false;
  }

  /** How its transactions are best shared; a host may tell the engine otherwise. */
  default Grouping grouping() {
    return Grouping.none();
  }

  StoreQueries queries();

  /**
   * Reserves ids that no other call of this or any other process gets.
   *
   * @return the first of {@code count} ids in a row, above zero
   */
  long reserveIds(int count);

  /** Releases what the store itself opened, and nothing that it was given. */
  @Override
  void close();
}
