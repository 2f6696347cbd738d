package io.orderingengine.internal.execution;

import java.time.Duration;

/** The moment up to which a command may run, on the JVM's monotonic time. Immutable. */
record Deadline(Duration timeout, long nanoTime) {
  static Deadline after(Duration timeout) {
    return new Deadline(timeout, System.nanoTime() + timeout.toNanos());
  }

  boolean isOver() {
    return System.nanoTime() - nanoTime >= 0;
  }
}
