package io.orderingengine.memory;

import io.orderingengine.spi.Row;
import io.orderingengine.spi.StoreTimeoutException;
import io.orderingengine.spi.Table;
import java.util.concurrent.locks.AbstractQueuedLongSynchronizer;

/**
 * A row that can be locked. It is the lock itself, to spare each row an object: a plain mutex on
 * the JDK's queue, whose waiters give up after a time. An interrupt does not end a wait; the flag
 * is set again when the wait is over.
 *
 * <p>Its state is the id of the thread that holds it, or 0. A reference to the thread would be one
 * more for the collector to follow from every row that was ever locked.
 *
 * <p>Its row is written under both its lock and the commit lock, and read under either.
 */
@SuppressWarnings("serial") // never serialized: the synchronizer happens to be serializable
abstract class Cell extends AbstractQueuedLongSynchronizer implements Entry {

  /** The row that the lock guards, for messages. */
  @Override
  public final String toString() {
    Row guarded = row(Table.BALANCES);
    return guarded.getClass().getSimpleName() + " " + guarded.id();
  }

  /** Locks this row for the calling thread. */
  final void lock(long timeoutNanos) {
    long thread = Thread.currentThread().getId();
    if (!tryAcquire(thread)) {
      await(thread, timeoutNanos);
    }
  }

  private void await(long thread, long timeoutNanos) {
    if (isHeld()) {
      throw new IllegalStateException("a transaction must not begin within another one");
    }
    if (!spin(thread)) {
      park(thread, timeoutNanos);
    }
  }

  private boolean spin(long thread) {
    for (int i = 0; i < Spin.TRIES; i++) {
      if (getState() == 0 && tryAcquire(thread)) {
        return true;
      }
      Thread.onSpinWait();
    }
    return false;
  }

  private void park(long thread, long timeoutNanos) {
    boolean interrupted = false;
    long end = System.nanoTime() + timeoutNanos;
    try {
      while (true) {
        try {
          if (tryAcquireNanos(thread, end - System.nanoTime())) {
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
    release(0);
  }

  /** Whether the calling thread holds the lock. */
  final boolean isHeld() {
    return getState() == Thread.currentThread().getId();
  }

  @Override
  protected final boolean tryAcquire(long thread) {
    return compareAndSetState(0, thread);
  }

  @Override
  protected final boolean tryRelease(long ignored) {
    setState(0);
    return true;
  }
}
