package io.orderingengine.jdbi;

import io.orderingengine.spi.RowIds;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** One argument of a statement. */
@FunctionalInterface
interface Argument {
  void bind(PreparedStatement statement, int index) throws SQLException;

  static Argument of(long value) {
    return (statement, index) -> statement.setLong(index, value);
  }

  static Argument of(String value) {
    return (statement, index) -> statement.setString(index, value);
  }

  static Argument of(Instant value) {
    return (statement, index) -> statement.setObject(index, time(value));
  }

  static Argument array(RowIds ids) {
    @Nullable Object[] values = ColumnType.BIGINT.values(ids.size());
    for (int i = 0; i < values.length; i++) {
      values[i] = ids.get(i);
    }
    return array(ColumnType.BIGINT, values);
  }

  static Argument array(ColumnType type, @Nullable Object[] values) {
    return (statement, index) ->
        statement.setArray(index, statement.getConnection().createArrayOf(type.arrayName, values));
  }

  /** As databases take a moment, whatever the zones of the JVM and the session are. */
  static OffsetDateTime time(Instant value) {
    return value.atOffset(ZoneOffset.UTC);
  }
}
