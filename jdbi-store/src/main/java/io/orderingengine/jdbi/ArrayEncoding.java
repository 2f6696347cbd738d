package io.orderingengine.jdbi;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One array for each column, which UNNEST turns into rows. A moment by itself has a time zone; in
 * an array it is the number of its microseconds since 1970, because pgjdbc has a binary form for
 * arrays of numbers, and for those of moments only texts, which cost both sides more than all else.
 */
final class ArrayEncoding implements Encoding {
  private final String bytes;

  /**
   * @param bytes the type of bytes
   */
  ArrayEncoding(String bytes) {
    this.bytes = bytes;
  }

  @Override
  public OffsetDateTime encode(Instant time) {
    return time.atOffset(ZoneOffset.UTC);
  }

  @Override
  public @Nullable Instant time(ResultSet results, int column) throws SQLException {
    OffsetDateTime time = results.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }

  @Override
  public <T> int bind(
      PreparedStatement statement, int first, List<Column<T>> columns, List<T> items)
      throws SQLException {
    int next = first;
    for (Column<T> column : columns) {
      Object array =
          statement.getConnection().createArrayOf(arrayName(column.type()), values(column, items));
      statement.setObject(next++, array);
    }
    return next;
  }

  private static <T> @Nullable Object[] values(Column<T> column, List<T> items) {
    @Nullable Object[] values = ofType(column.type(), items.size());
    for (int i = 0; i < values.length; i++) {
      Object value = column.value().apply(items.get(i));
      values[i] = value instanceof Instant time ? (Object) micros(time) : value;
    }
    return values;
  }

  private static long micros(Instant time) {
    return Math.addExact(
        Math.multiplyExact(time.getEpochSecond(), 1_000_000L), time.getNano() / 1_000);
  }

  /** Of the values' own type, without which pgjdbc would send them as text. */
  private static @Nullable Object[] ofType(ColumnType type, int length) {
    return switch (type) {
      case BIGINT, TIME -> new @Nullable Long[length];
      case TEXT, WORD -> new @Nullable String[length];
      case BOOLEAN -> new @Nullable Boolean[length];
      case BYTES -> new byte @Nullable [length][];
    };
  }

  @Override
  public String insert(String table, List<? extends Column<?>> columns) {
    return "INSERT INTO "
        + table
        + " ("
        + Column.names(columns)
        + ") SELECT * FROM "
        + rows(columns);
  }

  /** The items as a table {@code d} of a FROM clause. */
  String rows(List<? extends Column<?>> columns) {
    String arrays = arrays(columns) + " AS a(" + Column.names(columns) + ")";
    return columns.stream()
        .map(ArrayEncoding::value)
        .collect(Collectors.joining(", ", "(SELECT ", " FROM " + arrays + ") AS d"));
  }

  /** In two steps, for the product of an interval and a number is exact up to 2^53 only. */
  private static String value(Column<?> column) {
    String value = "a." + column.name();
    return column.type() != ColumnType.TIME
        ? value
        : "TIMESTAMP WITH TIME ZONE 'epoch' + %1$s / 3600000000 * INTERVAL '1' HOUR + %1$s %% 3600000000 * INTERVAL '0.000001' SECOND AS %2$s"
            .formatted(value, column.name());
  }

  @Override
  public String from(String table, List<? extends Column<?>> columns) {
    String from = " FROM " + table + " AS t";
    return columns.size() == 1
        ? from + " WHERE t." + columns.get(0).name() + " = ANY(?)"
        : from + " JOIN " + rows(columns) + " ON " + equal(columns);
  }

  private static String equal(List<? extends Column<?>> columns) {
    return columns.stream()
        .map(column -> "t." + column.name() + " = d." + column.name())
        .collect(Collectors.joining(" AND "));
  }

  private String arrays(List<? extends Column<?>> columns) {
    return columns.stream()
        .map(column -> "CAST(? AS " + sqlName(column.type()) + " ARRAY)")
        .collect(Collectors.joining(", ", "UNNEST(", ")"));
  }

  private String sqlName(ColumnType type) {
    return switch (type) {
      case BIGINT, TIME -> "BIGINT";
      case TEXT, WORD -> "VARCHAR";
      case BOOLEAN -> "BOOLEAN";
      case BYTES -> bytes;
    };
  }

  /** As JDBC drivers call the types of an array's elements. */
  private static String arrayName(ColumnType type) {
    return switch (type) {
      case BIGINT, TIME -> "bigint";
      case TEXT, WORD -> "varchar";
      case BOOLEAN -> "boolean";
      case BYTES -> "bytea";
    };
  }
}
