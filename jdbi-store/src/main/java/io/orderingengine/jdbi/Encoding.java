package io.orderingengine.jdbi;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How values go to a database and come back: moments, and any number of rows as arguments of one
 * statement, whose text is the same for all numbers. Thread-safe.
 */
interface Encoding {
  /** A moment as an argument. */
  Object encode(Instant time);

  /** The moment in a column of the current row. */
  @Nullable Instant time(ResultSet results, int column) throws SQLException;

  /**
   * Binds what all items put into the columns, for one use of these columns in a statement.
   *
   * @return the index of the next argument
   */
  <T> int bind(PreparedStatement statement, int first, List<Column<T>> columns, List<T> items)
      throws SQLException;

  /** An INSERT of all items into a table. */
  String insert(String table, List<? extends Column<?>> columns);

  /**
   * The FROM clause of all rows {@code t} of a table that have the values of an item, found by it
   * and in the order of the items; conditions that begin with AND may follow.
   */
  String from(String table, List<? extends Column<?>> columns);
}
