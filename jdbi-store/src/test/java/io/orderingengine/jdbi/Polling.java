package io.orderingengine.jdbi;

import static org.assertj.core.api.Assertions.fail;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;

/** Waits for what nobody tells. */
final class Polling {
  private static final long PATIENCE = Duration.ofSeconds(30).toNanos();
  private static final long PAUSE = Duration.ofMillis(2).toNanos();

  private Polling() {}

  static void until(String what, Callable<Boolean> holds) throws Exception {
    long end = System.nanoTime() + PATIENCE;
    while (!holds.call()) {
      if (System.nanoTime() - end > 0) {
        fail("in vain it was waited until " + what);
      }
      LockSupport.parkNanos(PAUSE);
    }
  }
}
