package io.orderingengine.memory;

import io.orderingengine.spi.Grouping;
import io.orderingengine.spi.OrderingStore;
import io.orderingengine.spi.StoreQueries;
import io.orderingengine.spi.StoreWork;
import java.util.concurrent.atomic.AtomicInteger;

/** The in-memory store as one that asks for groups. It counts its transactions. */
final class GroupedStore implements OrderingStore {
  private final OrderingStore store;
  private final Grouping grouping;
  private final AtomicInteger transactions = new AtomicInteger();

  GroupedStore(OrderingStore store, Grouping grouping) {
    this.store = store;
    this.grouping = grouping;
  }

  int transactions() {
    return transactions.get();
  }

  @Override
  public Grouping grouping() {
    return grouping;
  }

  @Override
  public <R> R inTransaction(StoreWork<R> work) {
    transactions.incrementAndGet();
    return store.inTransaction(work);
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
