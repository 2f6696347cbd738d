package io.orderingengine.benchmarks.compare.place;

import java.util.concurrent.atomic.LongAdder;

/** Counts what reaches a database. Thread-safe. */
public final class Traffic {
  /**
   * Every socket of the process counts here, for drivers make their socket factories themselves.
   */
  static final LongAdder ROUND_TRIPS = new LongAdder();

  final LongAdder statements = new LongAdder();

  /** SQL statements, those that begin and end transactions included. */
  public long statements() {
    return statements.sum();
  }

  /** How often a driver began to wait for an answer. */
  public long roundTrips() {
    return ROUND_TRIPS.sum();
  }
}
