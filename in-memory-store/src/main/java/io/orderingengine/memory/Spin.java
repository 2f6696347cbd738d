package io.orderingengine.memory;

/**
 * How long to try for a lock before sleeping. Locks are held for some microseconds, and to put a
 * thread to sleep and wake it takes longer; but a holder may also have lost its processor.
 */
final class Spin {
  /** Some microseconds; none where the holder cannot run meanwhile. */
  static final int TRIES = Runtime.getRuntime().availableProcessors() > 1 ? 100 : 0;

  private Spin() {}
}
