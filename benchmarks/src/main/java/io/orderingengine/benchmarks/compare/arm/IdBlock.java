package io.orderingengine.benchmarks.compare.arm;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;

/**
 * Hands out ids from blocks of the same row as the engine's, so large that no caller waits for a
 * second one while it is measured. Thread-safe.
 */
final class IdBlock {
  private static final int SIZE = 10_000_000;
  private static final String READ =
      "SELECT next_id FROM ordering_id_counter WHERE id = 1 FOR UPDATE";
  private static final String MOVE =
      "UPDATE ordering_id_counter SET next_id = next_id + " + SIZE + " WHERE id = 1";

  private final DataSource pool;
  private final ReentrantLock taking = new ReentrantLock();
  private long next;
  private long end;

  IdBlock(DataSource pool) {
    this.pool = pool;
  }

  /** The first of {@code count} ids in a row. */
  long take(int count) throws SQLException {
    taking.lock();
    try {
      if (end - next < count) {
        next = reserve();
        end = next + SIZE;
      }
      long first = next;
      next += count;
      return first;
    } finally {
      taking.unlock();
    }
  }

  private long reserve() throws SQLException {
    try (Connection connection = pool.getConnection()) {
      boolean autoCommit = connection.getAutoCommit();
      connection.setAutoCommit(false);
      try (PreparedStatement read = connection.prepareStatement(READ);
          PreparedStatement move = connection.prepareStatement(MOVE)) {
        long first;
        try (ResultSet row = read.executeQuery()) {
          row.next();
          first = row.getLong(1);
        }
        move.executeUpdate();
        connection.commit();
        return first;
      } finally {
        connection.rollback();
        connection.setAutoCommit(autoCommit);
      }
    }
  }
}
