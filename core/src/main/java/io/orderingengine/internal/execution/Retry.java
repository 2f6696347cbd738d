package io.orderingengine.internal.execution;

import io.orderingengine.spi.StoreConflictException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/**
 * The one place where a transaction is run again: after a conflict, a bounded number of times and
 * not past the deadline, with a random pause that grows (full jitter). Thread-safe.
 */
final class Retry {
  private static final int ATTEMPTS = 10;
  private static final long FIRST_PAUSE = Duration.ofMillis(1).toNanos();
  private static final int MOST_DOUBLINGS = 6;

  private final Duration timeout;

  Retry(Duration timeout) {
    this.timeout = timeout;
  }

  /** Runs the work until it meets no conflict; the last conflict carries the earlier ones. */
  <R> R run(Supplier<R> work) {
    Deadline deadline = Deadline.after(timeout);
    List<StoreConflictException> earlier = new ArrayList<>(0);
    for (int attempt = 1; ; attempt++) {
      try {
        return work.get();
      } catch (StoreConflictException conflict) {
        if (attempt == ATTEMPTS || deadline.isOver()) {
          earlier.forEach(conflict::addSuppressed);
          throw conflict;
        }
        earlier.add(conflict);
        pause(attempt);
      }
    }
  }

  private static void pause(int attempt) {
    long most = FIRST_PAUSE << Math.min(attempt - 1, MOST_DOUBLINGS);
    LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(most));
  }
}
