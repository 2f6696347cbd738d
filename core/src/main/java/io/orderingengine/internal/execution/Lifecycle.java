package io.orderingengine.internal.execution;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/**
 * Open or closed: refuses calls once closed, and lets a closer wait for the calls that are under
 * way. Thread-safe. A call counts itself before it looks at the flag, a closer sets the flag before
 * it counts, so that each sees the other. A thread counts up and down in one stripe, so that no
 * stripe is ever below zero and all are zero only when nothing runs.
 */
public final class Lifecycle {
  private static final int STRIPES = 64;
  private static final int APART = 16;
  private static final long LOOK_AGAIN = Duration.ofMillis(1).toNanos();

  private final AtomicIntegerArray running = new AtomicIntegerArray(STRIPES * APART);
  private final AtomicBoolean closed = new AtomicBoolean();

  /**
   * Makes a call.
   *
   * @throws IllegalStateException if it is closed
   */
  public <R> R during(Supplier<R> call) {
    begin();
    try {
      return call.get();
    } finally {
      end();
    }
  }

  private void begin() {
    running.incrementAndGet(stripe());
    if (closed.get()) {
      end();
      throw new IllegalStateException("the engine is closed");
    }
  }

  private void end() {
    running.decrementAndGet(stripe());
  }

  private static int stripe() {
    return System.identityHashCode(Thread.currentThread()) % STRIPES * APART;
  }

  /**
   * Refuses new calls.
   *
   * @return whether this call closed it
   */
  public boolean close() {
    return closed.compareAndSet(false, true);
  }

  /** Waits for the calls under way, at most for the given time. */
  public void await(Duration patience) {
    Deadline deadline = Deadline.after(patience);
    while (isRunning() && !deadline.isOver()) {
      LockSupport.parkNanos(LOOK_AGAIN);
    }
  }

  private boolean isRunning() {
    for (int i = 0; i < running.length(); i += APART) {
      if (running.get(i) > 0) {
        return true;
      }
    }
    return false;
  }
}
