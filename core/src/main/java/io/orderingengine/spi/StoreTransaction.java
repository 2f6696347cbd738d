package io.orderingengine.spi;

/**
 * One transaction of a store: lock once, then write at most once. Used by one thread, within {@link
 * OrderingStore#inTransaction}.
 */
public interface StoreTransaction {
  /**
   * Locks all rows that the keys name for this transaction, in the order that {@link RowKeys}
   * defines, and reads them.
   *
   * @throws StoreConflictException if a deadlock or a like conflict was met
   * @throws StoreTimeoutException if a lock could not be had in time
   */
  Rows lock(RowKeys keys);

  /**
   * Writes all changes, to become visible at once when the transaction commits.
   *
   * @throws StoreGuardException if a guard does not hold or a unique key is taken; the transaction
   *     must then roll back
   * @throws StoreConflictException if a deadlock or a like conflict was met
   */
  void write(Changes changes);
}
