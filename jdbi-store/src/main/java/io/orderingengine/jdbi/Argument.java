package io.orderingengine.jdbi;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** What is bound to one or more question marks of a statement. */
@FunctionalInterface
interface Argument {
  /**
   * Binds it.
   *
   * @return the index of the next argument
   */
  int bind(PreparedStatement statement, int first, Encoding encoding) throws SQLException;

  static Argument of(long value) {
    return (statement, first, encoding) -> {
      statement.setLong(first, value);
      return first + 1;
    };
  }

  static Argument of(String value) {
    return (statement, first, encoding) -> {
      statement.setString(first, value);
      return first + 1;
    };
  }

  static Argument of(Instant value) {
    return (statement, first, encoding) -> {
      statement.setObject(first, encoding.encode(value));
      return first + 1;
    };
  }

  /** What all items put into the columns. */
  static <T> Argument of(List<Column<T>> columns, List<T> items) {
    return (statement, first, encoding) -> encoding.bind(statement, first, columns, items);
  }
}
