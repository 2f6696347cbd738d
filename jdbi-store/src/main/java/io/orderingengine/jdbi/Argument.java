package io.orderingengine.jdbi;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** What stands for one or more question marks of a statement. */
sealed interface Argument {
  /**
   * Binds it.
   *
   * @return the index of the next argument
   */
  int bind(PreparedStatement statement, int first, Encoding encoding) throws SQLException;

  static Argument of(long value) {
    return new Whole(value);
  }

  static Argument of(String value) {
    return new Text(value);
  }

  static Argument of(Instant value) {
    return new Time(value);
  }

  /** What all items put into the columns. */
  static <T> Argument of(List<Column<T>> columns, List<T> items) {
    return new Items<>(columns, items);
  }

  /** A whole number. */
  record Whole(long value) implements Argument {
    @Override
    public int bind(PreparedStatement statement, int first, Encoding encoding) throws SQLException {
      statement.setLong(first, value);
      return first + 1;
    }
  }

  /** A text of any characters. */
  record Text(String value) implements Argument {
    @Override
    public int bind(PreparedStatement statement, int first, Encoding encoding) throws SQLException {
      statement.setString(first, value);
      return first + 1;
    }
  }

  /** A moment. */
  record Time(Instant value) implements Argument {
    @Override
    public int bind(PreparedStatement statement, int first, Encoding encoding) throws SQLException {
      statement.setObject(first, encoding.encode(value));
      return first + 1;
    }
  }

  /** Any number of items. */
  record Items<T>(List<Column<T>> columns, List<T> items) implements Argument {
    @Override
    public int bind(PreparedStatement statement, int first, Encoding encoding) throws SQLException {
      return encoding.bind(statement, first, columns, items);
    }
  }
}
