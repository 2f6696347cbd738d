package io.orderingengine.internal.execution;

import io.orderingengine.spi.OrderingStore;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Hands out ids from blocks that it reserves in the store, so that most commands reserve none: each
 * block is twice as large as the one before that was spent in less than a second. Thread-safe: a
 * range is taken with one atomic addition, a block is reserved under the lock.
 */
final class IdBlocks {
  private static final int SMALLEST = 1_000;
  private static final int LARGEST = 128_000;
  private static final long SECOND = Duration.ofSeconds(1).toNanos();

  private final OrderingStore store;
  private final Retry retry;
  private final ReentrantLock reserving = new ReentrantLock();
  private volatile Block current = new Block(0, 0);

  IdBlocks(OrderingStore store, Retry retry) {
    this.store = store;
    this.retry = retry;
  }

  /** The first of {@code count} ids in a row. */
  long take(int count) {
    for (; ; ) {
      Block block = current;
      long first = block.next.getAndAdd(count);
      if (first + count <= block.end) {
        return first;
      }
      replace(block, count);
    }
  }

  private void replace(Block spent, int count) {
    reserving.lock();
    try {
      if (current == spent) {
        int size = Math.max(spent.sizeOfNext(), count);
        current = new Block(retry.run(() -> store.reserveIds(size)), size);
      }
    } finally {
      reserving.unlock();
    }
  }

  /** Ids from {@code next} up to the end; those past it were asked for in vain. */
  private static final class Block {
    final AtomicLong next;
    final long end;
    private final int size;
    private final long reserved = System.nanoTime();

    Block(long first, int size) {
      next = new AtomicLong(first);
      end = first + size;
      this.size = size;
    }

    /** The size of the block after this one. */
    int sizeOfNext() {
      boolean spentSoon = System.nanoTime() - reserved < SECOND;
      return spentSoon ? Math.min(LARGEST, Math.max(SMALLEST, 2 * size)) : SMALLEST;
    }
  }
}
