package io.orderingengine.internal.execution;

import io.orderingengine.spi.StoreConflictException;
import io.orderingengine.spi.StoreException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The one place where a transaction or a read is run again: after a conflict, a bounded number of
 * times and not past the deadline, with a random pause that grows (full jitter). Thread-safe.
 *
 * <p>The work does not see the caller's interrupts: databases and pools would end a call for them,
 * or lose them. What fails while one arrives is run again, and the flag is set on return.
 */
final class Retry {
  private static final int ATTEMPTS = 10;
  private static final long SHORTEST_PAUSE = Duration.ofMillis(1).toNanos();
  private static final int MOST_DOUBLINGS = 6;

  private final Duration timeout;

  Retry(Duration timeout) {
    this.timeout = timeout;
  }

  /** For work that only the caller can run again. */
  static Retry never() {
    return new Retry(Duration.ZERO);
  }

  /** Runs the work until it meets no conflict; the last failure carries the earlier conflicts. */
  <R extends @Nullable Object> R run(Supplier<R> work) {
    return run(Deadline.after(timeout), StoreConflictException.class::isInstance, work);
  }

  /** The same, for what is a conflict here, and up to another deadline. */
  static <R extends @Nullable Object> R run(
      Deadline deadline, Predicate<StoreException> conflict, Supplier<R> work) {
    List<StoreException> conflicts = new ArrayList<>(0);
    boolean interrupted = false;
    try {
      while (true) {
        interrupted |= Thread.interrupted();
        try {
          return work.get();
        } catch (StoreException failure) {
          boolean disturbed = Thread.currentThread().isInterrupted();
          if (deadline.isOver()
              || !(disturbed || (conflicts.size() < ATTEMPTS - 1 && conflict.test(failure)))) {
            conflicts.forEach(failure::addSuppressed);
            throw failure;
          }
          if (!disturbed) {
            conflicts.add(failure);
            pause(conflicts.size());
          }
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static void pause(int attempt) {
    long most = SHORTEST_PAUSE << Math.min(attempt - 1, MOST_DOUBLINGS);
    LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(most));
  }
}
