package io.orderingengine.benchmarks.compare.arm;

import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;

/** Runs a transaction again after a conflict, a bounded number of times, with a random pause. */
final class Retry {
  private static final int ATTEMPTS = 10;
  private static final long SHORTEST_PAUSE = 1_000_000;

  /**
   * Serialization failures and deadlocks of all databases, a row changed or locked too long in H2.
   */
  private static final Set<String> STATES = Set.of("40001", "40P01", "90131", "HYT00", "23505");

  private static final Set<Integer> MARIADB_CODES = Set.of(1020, 1205, 1213);
  private static final int MARIADB_DUPLICATE = 1062;

  private Retry() {}

  /** A transaction, all of it; told whether it was tried before. */
  interface Work {
    long run(boolean again) throws SQLException;
  }

  static long run(Work work) throws SQLException {
    for (int attempt = 1; ; attempt++) {
      try {
        return work.run(attempt > 1);
      } catch (SQLException e) {
        if (attempt == ATTEMPTS || !isConflict(e)) {
          throw e;
        }
        LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(SHORTEST_PAUSE << attempt));
      }
    }
  }

  /** A duplicate is a conflict too: the next attempt reads the key. */
  static boolean isConflict(SQLException e) {
    return e instanceof ConflictException
        || STATES.contains(String.valueOf(e.getSQLState()))
        || MARIADB_CODES.contains(e.getErrorCode())
        || e.getErrorCode() == MARIADB_DUPLICATE;
  }
}
