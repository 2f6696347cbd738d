package io.orderingengine.benchmarks.compare.arm;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;

/**
 * Runs a transaction again after a conflict, as often as the engine does, and with pauses that are
 * no longer than its own.
 */
final class Retry {
  private static final int ATTEMPTS = 10;
  private static final long SHORTEST_PAUSE = Duration.ofMillis(1).toNanos();
  private static final int MOST_DOUBLINGS = 6;

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
        pause(attempt);
      }
    }
  }

  private static void pause(int attempt) {
    long most = SHORTEST_PAUSE << Math.min(attempt - 1, MOST_DOUBLINGS);
    LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(most));
  }

  /** A duplicate is a conflict too: the next attempt reads the key. */
  static boolean isConflict(SQLException e) {
    return e instanceof ConflictException
        || STATES.contains(String.valueOf(e.getSQLState()))
        || MARIADB_CODES.contains(e.getErrorCode())
        || e.getErrorCode() == MARIADB_DUPLICATE;
  }
}
