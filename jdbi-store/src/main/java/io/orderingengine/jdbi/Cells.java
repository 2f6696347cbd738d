package io.orderingengine.jdbi;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The cells of the current row of a result, read from left to right. */
final class Cells {
  private final ResultSet results;
  private final Encoding encoding;
  private int column;

  Cells(ResultSet results, Encoding encoding) {
    this.results = results;
    this.encoding = encoding;
  }

  /** Goes to the first cell of the next row, if there is one. */
  boolean next() throws SQLException {
    column = 0;
    return results.next();
  }

  long number() throws SQLException {
    return results.getLong(++column);
  }

  @Nullable Long numberOrNull() throws SQLException {
    long value = results.getLong(++column);
    return results.wasNull() ? null : value;
  }

  String text() throws SQLException {
    return results.getString(++column);
  }

  @Nullable String textOrNull() throws SQLException {
    return results.getString(++column);
  }

  boolean flag() throws SQLException {
    return results.getBoolean(++column);
  }

  byte[] bytes() throws SQLException {
    return results.getBytes(++column);
  }

  Instant time() throws SQLException {
    return Objects.requireNonNull(timeOrNull());
  }

  @Nullable Instant timeOrNull() throws SQLException {
    return encoding.time(results, ++column);
  }

  <E extends Enum<E>> E oneOf(Class<E> type) throws SQLException {
    return Enum.valueOf(type, text());
  }
}
