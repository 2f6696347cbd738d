package io.orderingengine.contract;

import io.orderingengine.spi.OrderingStore;
import io.orderingengine.spi.StoreQueries;
import io.orderingengine.spi.StoreTransaction;
import io.orderingengine.spi.StoreWork;
import java.util.concurrent.Exchanger;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A good store with a bug planted in front of it, to prove that a race would find the bug. Where a
 * bug needs two transactions to meet, they wait for one another, but not for long.
 */
abstract class PlantedStore implements OrderingStore {
  private static final int MILLIS = 20;

  /** The first two must meet, even on a machine that is busy with other things. */
  private static final int FIRST_MILLIS = 2_000;

  final OrderingStore store;
  private final Exchanger<Object> meeting = new Exchanger<>();
  private volatile boolean met;

  PlantedStore(OrderingStore store) {
    this.store = store;
  }

  /** The transaction as the bug makes it. */
  abstract StoreTransaction planted(StoreTransaction transaction);

  /** Waits until another caller of the crowd has come this far, or a moment if none comes. */
  final void meet() {
    if (!Crowd.isMember(Thread.currentThread())) {
      return;
    }
    try {
      meeting.exchange(this, met ? MILLIS : FIRST_MILLIS, TimeUnit.MILLISECONDS);
    } catch (TimeoutException alone) {
      // the others are at work elsewhere
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    met = true;
  }

  @Override
  public <R> R inTransaction(StoreWork<R> work) {
    return store.inTransaction(transaction -> work.run(planted(transaction)));
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
