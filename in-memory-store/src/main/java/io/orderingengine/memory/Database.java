package io.orderingengine.memory;

import io.orderingengine.spi.CommandKey;
import io.orderingengine.spi.CommandKeyRow;
import io.orderingengine.spi.ExternalId;
import io.orderingengine.spi.UserCoupon;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.StampedLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * All that a store holds. A commit writes everything under the write side of the commit lock, and a
 * query reads everything under its read side: so a query sees all of a transaction or nothing of
 * it.
 *
 * <p>A transaction that holds a row's lock reads that row without the commit lock, for nobody else
 * writes it; and the maps of alternate keys, which are concurrent for its sake. A row's lock is
 * always taken before the commit lock, never after.
 */
final class Database {
  final AtomicLong nextId = new AtomicLong(1);
  final RowDirectory rows = new RowDirectory();
  final Map<CommandKey, CommandKeyRow> commandKeys = new ConcurrentHashMap<>();
  final Map<ExternalId, Long> externalIds = new ConcurrentHashMap<>();
  final Map<UserCoupon, IssuedCouponCell> userCoupons = new ConcurrentHashMap<>();
  final Timeline<ProductEntry> products = new Timeline<>(product -> product.row);
  final Timeline<CouponCell> coupons = new Timeline<>(cell -> cell.row);

  /** The placed orders that expire, by when. */
  final TreeMap<Expiry, OrderCell> expiring = new TreeMap<>();

  private final StampedLock commitLock = new StampedLock();

  /** When an order expires; the id tells orders of one time apart. */
  record Expiry(Instant at, long orderId) implements Comparable<Expiry> {
    private static final Comparator<Expiry> ORDER =
        Comparator.comparing(Expiry::at).thenComparingLong(Expiry::orderId);

    @Override
    public int compareTo(Expiry other) {
      return ORDER.compare(this, other);
    }
  }

  /** The cell of a type under an id, if there is one. */
  <C> @Nullable C find(Class<C> type, long id) {
    Object found = rows.get(id);
    return type.isInstance(found) ? type.cast(found) : null;
  }

  <R extends @Nullable Object> R read(Supplier<R> query) {
    long stamp = commitLock.readLock();
    try {
      return query.get();
    } finally {
      commitLock.unlockRead(stamp);
    }
  }

  private long writeLock() {
    for (int i = 0; i < Spin.TRIES; i++) {
      long stamp = commitLock.tryWriteLock();
      if (stamp != 0) {
        return stamp;
      }
      Thread.onSpinWait();
    }
    return commitLock.writeLock();
  }

  void commit(Runnable write) {
    long stamp = writeLock();
    try {
      write.run();
    } finally {
      commitLock.unlockWrite(stamp);
    }
  }
}
