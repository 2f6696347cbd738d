package io.orderingengine.internal.execution;

import io.orderingengine.spi.StoreTimeoutException;
import java.time.Duration;

/** The moment up to which a command may run, on the JVM's monotonic time. Immutable. */
record Deadline(Duration timeout, long nanoTime) {
  static Deadline after(Duration timeout) {
    return new Deadline(timeout, System.nanoTime() + timeout.toNanos());
  }

  boolean isOver() {
    return nanosLeft() <= 0;
  }

  /** What a command is told that was not run in time. */
  StoreTimeoutException exception() {
    return new StoreTimeoutException("the command was not run within its " + timeout);
  }

  long nanosLeft() {
    return nanoTime - System.nanoTime();
  }
}
