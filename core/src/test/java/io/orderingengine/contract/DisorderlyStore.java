package io.orderingengine.contract;

import io.orderingengine.spi.Changes;
import io.orderingengine.spi.OrderingStore;
import io.orderingengine.spi.RowIds;
import io.orderingengine.spi.RowKeys;
import io.orderingengine.spi.Rows;
import io.orderingengine.spi.StoreTimeoutException;
import io.orderingengine.spi.StoreTransaction;
import io.orderingengine.spi.StoreWork;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/** Planted: locks options in whatever order, and so runs into deadlocks. */
final class DisorderlyStore extends PlantedStore {
  private static final int PATIENCE_MILLIS = 200;

  private final Map<Long, ReentrantLock> locks = new ConcurrentHashMap<>();
  private final ThreadLocal<Deque<ReentrantLock>> held = ThreadLocal.withInitial(ArrayDeque::new);

  DisorderlyStore(OrderingStore store) {
    super(store);
  }

  @Override
  public <R> R inTransaction(StoreWork<R> work) {
    try {
      return super.inTransaction(work);
    } finally {
      held.get().forEach(ReentrantLock::unlock);
      held.remove();
    }
  }

  @Override
  StoreTransaction planted(StoreTransaction transaction) {
    return new StoreTransaction() {
      @Override
      public Rows lock(RowKeys keys) {
        lockInAnyOrder(keys.productDetails());
        return transaction.lock(keys);
      }

      @Override
      public void write(Changes changes) {
        transaction.write(changes);
      }
    };
  }

  private void lockInAnyOrder(RowIds options) {
    List<Long> ids = new ArrayList<>();
    for (long id : options.toArray()) {
      ids.add(id);
    }
    Collections.shuffle(ids);
    for (long id : ids) {
      lock(id);
      if (held.get().size() == 1) {
        meet();
      }
    }
  }

  private void lock(long id) {
    ReentrantLock lock = locks.computeIfAbsent(id, any -> new ReentrantLock());
    try {
      if (!lock.tryLock(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) {
        throw new StoreTimeoutException("deadlock at option " + id);
      }
      held.get().push(lock);
    } catch (InterruptedException e) {
      throw new StoreTimeoutException("interrupted at option " + id, e);
    }
  }
}
