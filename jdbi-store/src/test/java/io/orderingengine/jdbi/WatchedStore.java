package io.orderingengine.jdbi;

import io.orderingengine.spi.OrderingStore;
import io.orderingengine.spi.StoreConflictException;
import io.orderingengine.spi.StoreQueries;
import io.orderingengine.spi.StoreWork;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Keeps the conflicts that a store met, deadlocks among them: core runs their work again, and no
 * caller hears of them. Where every command locks what it decides by, there are none.
 */
final class WatchedStore implements OrderingStore {
  private final OrderingStore store;
  private final Queue<StoreConflictException> conflicts = new ConcurrentLinkedQueue<>();

  WatchedStore(OrderingStore store) {
    this.store = store;
  }

  List<StoreConflictException> conflicts() {
    return List.copyOf(conflicts);
  }

  @Override
  public <R> R inTransaction(StoreWork<R> work) {
    try {
      return store.inTransaction(work);
    } catch (StoreConflictException e) {
      conflicts.add(e);
      throw e;
    }
  }

  @Override
  public StoreQueries queries() {
    return store.queries();
  }

  @Override
  public long reserveIds(int count) {
    return store.reserveIds(count);
  }

  @Override
  public void close() {
    store.close();
  }
}
