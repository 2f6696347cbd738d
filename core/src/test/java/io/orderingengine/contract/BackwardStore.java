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

/** Planted: takes every lock, and in good order, but from the last to the first. */
final class BackwardStore extends PlantedStore {
  private static final int PATIENCE_SECONDS = 30;

  private final Map<String, ReentrantLock> locks = new ConcurrentHashMap<>();
  private final ThreadLocal<Deque<ReentrantLock>> held = ThreadLocal.withInitial(ArrayDeque::new);

  BackwardStore(OrderingStore store) {
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
        backward(keys).forEach(BackwardStore.this::lock);
        return transaction.lock(keys);
      }

      @Override
      public void write(Changes changes) {
        transaction.write(changes);
      }
    };
  }

  private static List<String> backward(RowKeys keys) {
    List<String> rows = new ArrayList<>();
    add(rows, "balance", keys.balances());
    add(rows, "issued coupon", keys.issuedCoupons());
    add(rows, "order", keys.orders());
    add(rows, "coupon", keys.coupons());
    add(rows, "option", keys.productDetails());
    Collections.reverse(rows);
    return rows;
  }

  private static void add(List<String> rows, String kind, RowIds ids) {
    for (long id : ids.toArray()) {
      rows.add(kind + " " + id);
    }
  }

  private void lock(String row) {
    ReentrantLock lock = locks.computeIfAbsent(row, any -> new ReentrantLock());
    try {
      if (!lock.tryLock(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new StoreTimeoutException("no lock of " + row);
      }
      held.get().push(lock);
    } catch (InterruptedException e) {
      throw new StoreTimeoutException("interrupted at " + row, e);
    }
  }
}
