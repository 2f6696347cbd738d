package io.orderingengine.jdbi;

import java.time.Duration;

/**
 * How long the store waits.
 *
 * @param lock for a row that another transaction holds
 * @param answer for the database's answer to one round trip
 * @param outcome to learn what became of a commit whose answer was lost
 */
record Timeouts(Duration lock, Duration answer, Duration outcome) {
  static final Timeouts DEFAULT =
      new Timeouts(Duration.ofSeconds(5), Duration.ofSeconds(30), Duration.ofSeconds(30));
}
