package io.orderingengine.jdbi;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * One JSON text for all columns, an array for each item, which JSON_TABLE turns into rows; moments
 * as the date and time that they are in UTC.
 */
final class JsonEncoding implements Encoding {
  private static final String TEXT = "VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin";
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSSSS").withZone(ZoneOffset.UTC);

  @Override
  public LocalDateTime encode(Instant time) {
    return LocalDateTime.ofInstant(time, ZoneOffset.UTC);
  }

  @Override
  public @Nullable Instant time(ResultSet results, int column) throws SQLException {
    LocalDateTime time = results.getObject(column, LocalDateTime.class);
    return time == null ? null : time.toInstant(ZoneOffset.UTC);
  }

  @Override
  public <T> int bind(
      PreparedStatement statement, int first, List<Column<T>> columns, List<T> items)
      throws SQLException {
    statement.setString(first, json(columns, items));
    return first + 1;
  }

  private static <T> String json(List<Column<T>> columns, List<T> items) {
    var json = new StringBuilder("[");
    for (T item : items) {
      json.append(json.length() == 1 ? "[" : ",[");
      for (int i = 0; i < columns.size(); i++) {
        if (i > 0) {
          json.append(',');
        }
        append(json, columns.get(i).value().apply(item));
      }
      json.append(']');
    }
    return json.append(']').toString();
  }

  private static void append(StringBuilder json, @Nullable Object value) {
    if (value instanceof String text) {
      appendText(json, text);
    } else if (value instanceof Instant time) {
      json.append('"');
      TIME.formatTo(time, json);
      json.append('"');
    } else if (value instanceof byte[] bytes) {
      json.append('"').append(HexFormat.of().formatHex(bytes)).append('"');
    } else if (value instanceof Boolean flag) {
      json.append(flag ? 1 : 0);
    } else {
      json.append(value);
    }
  }

  private static void appendText(StringBuilder json, String text) {
    json.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        json.append('\\').append(c);
      } else if (c < ' ') {
        json.append("\\u00").append(HexFormat.of().toHexDigits((byte) c));
      } else {
        json.append(c);
      }
    }
    json.append('"');
  }

  @Override
  public String insert(String table, List<? extends Column<?>> columns) {
    return "INSERT INTO "
        + table
        + " ("
        + Column.names(columns)
        + ") SELECT "
        + columns.stream().map(JsonEncoding::decoded).collect(Collectors.joining(", "))
        + " FROM "
        + rows(columns);
  }

  private static String decoded(Column<?> column) {
    String name = "d." + column.name();
    return column.type() == ColumnType.BYTES ? "UNHEX(" + name + ")" : name;
  }

  @Override
  public String rows(List<? extends Column<?>> columns) {
    return IntStream.range(0, columns.size())
        .mapToObj(i -> column(columns.get(i), i))
        .collect(Collectors.joining(", ", "JSON_TABLE(?, '$[*]' COLUMNS (", ")) AS d"));
  }

  private static String column(Column<?> column, int index) {
    String type =
        switch (column.type()) {
          case BIGINT -> "BIGINT";
          case TEXT, BYTES -> TEXT;
          case TIME -> "DATETIME(6)";
          case BOOLEAN -> "BOOLEAN";
        };
    return column.name() + " " + type + " PATH '$[" + index + "]'";
  }

  @Override
  public String from(String table, List<? extends Column<?>> columns) {
    return " FROM " + join(table, columns, columns);
  }

  /**
   * The items {@code d} and the rows {@code t} that they find, one after the other: the planner
   * would rather scan a small table, and lock what nobody asked for.
   */
  String join(String table, List<? extends Column<?>> columns, List<? extends Column<?>> keys) {
    boolean byId = Column.names(keys).equals("id");
    return rows(columns)
        + " STRAIGHT_JOIN "
        + table
        + (byId ? " AS t FORCE INDEX (PRIMARY) ON " : " AS t ON ")
        + Column.equal(keys);
  }
}
