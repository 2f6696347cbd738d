package io.orderingengine.benchmarks.compare.check;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/**
 * One thing that must add up.
 *
 * @param what with a place for the row's id, if it is about rows
 * @param sql finds id, value, and what the value should be, wherever these differ
 */
record Check(String what, String sql) {
  /** What differs, in words: the first row, and how many there are. */
  Optional<String> drift(Statement statement) throws SQLException {
    try (ResultSet rows = statement.executeQuery(sql)) {
      if (!rows.next()) {
        return Optional.empty();
      }
      String first =
          what.formatted(rows.getLong(1))
              + " is "
              + rows.getString(2)
              + ", but its entries make "
              + rows.getString(3);
      int others = 0;
      while (rows.next()) {
        others++;
      }
      return Optional.of(others == 0 ? first : first + " (and " + others + " more)");
    }
  }
}
