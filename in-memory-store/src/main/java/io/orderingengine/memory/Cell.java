package io.orderingengine.memory;

import io.orderingengine.spi.Row;
import io.orderingengine.spi.StoreTimeoutException;
import io.orderingengine.spi.Table;
import java.util.concurrent.locks.AbstractQueuedSynchronizer;

/**
 * A row that can be locked. It is the lock itself, to spare each row an object: a plain mutex on
 * the JDK's queue, whose waiters give up after a time. An interrupt does not end a wait; the flag
 * is set again when the wait is over.
 *
 * <p>Its row is written under both its lock and the commit lock, and read under either.
 */
@SuppressWarnings("serial") // never serialized: the synchronizer happens to be serializable
abstract class Cell extends AbstractQueuedSynchronizer implements Entry {

  /** The row that the lock guards, for messages. */
  @Override
  public final String toString() {
    Row guarded = row(Table.BALANCES);
    return guarded.getClass().getSimpleName() + " " + guarded.id();
  }

  /** Locks this row for the calling thread. */
  final void lock(long timeoutNanos) {
    if (!tryAcquire(1)) {
      await(timeoutNanos);
    }
  }

  private void await(long timeoutNanos) {
    if (isHeld()) {
      throw new IllegalStateException("a transaction must not begin within another one");
    }
    boolean interrupted = false;
    long end = System.nanoTime() + timeoutNanos;
    try {
      while (true) {
        try {
          if (tryAcquireNanos(1, end - System.nanoTime())) {
            return;
          }
          throw new StoreTimeoutException("waited in vain for the lock of " + this);
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  final void unlock() {
    release(1);
  }

  /** Whether the calling thread holds the lock. */
  final boolean isHeld() {
    return getExclusiveOwnerThread() == Thread.currentThread();
  }

  @Override
  protected final boolean tryAcquire(int ignored) {
    if (compareAndSetState(0, 1)) {
      setExclusiveOwnerThread(Thread.currentThread());
      return true;
    }
    return false;
  }

  @Override
  protected final boolean tryRelease(int ignored) {
    setExclusiveOwnerThread(null);
    setState(0);
    return true;
  }
}
