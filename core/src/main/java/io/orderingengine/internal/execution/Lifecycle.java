package io.orderingengine.internal.execution;

import java.time.Duration;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;

/**
 * Open or closed: refuses calls once closed, and lets a closer wait for the calls that are under
 * way. Thread-safe. A call counts itself before it looks at the flag, a closer sets the flag before
 * it counts, so that each sees the other.
 */
public final class Lifecycle {
  private static final long LOOK_AGAIN = Duration.ofMillis(1).toNanos();

  private final LongAdder running = new LongAdder();
  private volatile boolean closed;

  /** Begins a call, which {@link #end} must end. */
  public void begin() {
    running.increment();
    if (closed) {
      running.decrement();
      throw new IllegalStateException("the engine is closed");
    }
  }

  public void end() {
    running.decrement();
  }

  /** Refuses new calls, and waits for those under way, at most for the given time. */
  public void close(Duration patience) {
    closed = true;
    Deadline deadline = Deadline.after(patience);
    while (running.sum() > 0 && !deadline.isOver()) {
      LockSupport.parkNanos(LOOK_AGAIN);
    }
  }
}
