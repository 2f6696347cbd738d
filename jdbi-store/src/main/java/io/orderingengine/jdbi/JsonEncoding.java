package io.orderingengine.jdbi;

import java.nio.charset.StandardCharsets;
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
 * as the date and time that they are in UTC. Texts and bytes are in hexadecimal digits, because
 * MariaDB 10.11 does not undo what JSON escapes.
 */
final class JsonEncoding implements Encoding {
  private static final String WORD = "VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin";

  /** 255 characters of four bytes. */
  private static final String HEX = "VARCHAR(2040) CHARACTER SET ascii";

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

  /** An argument as it stands in a text. */
  String literal(Argument argument) {
    if (argument instanceof Argument.Whole number) {
      return String.valueOf(number.value());
    }
    if (argument instanceof Argument.Time time) {
      return "'" + TIME.format(time.value()) + "'";
    }
    if (argument instanceof Argument.Items<?> items) {
      return "'" + json(items) + "'";
    }
    String hex = hex(((Argument.Text) argument).value());
    return "CONVERT(X'" + hex + "' USING utf8mb4) COLLATE utf8mb4_nopad_bin";
  }

  private static <T> String json(Argument.Items<T> items) {
    return json(items.columns(), items.items());
  }

  private static <T> String json(List<Column<T>> columns, List<T> items) {
    var json = new StringBuilder("[");
    for (T item : items) {
      json.append(json.length() == 1 ? "[" : ",[");
      for (int i = 0; i < columns.size(); i++) {
        if (i > 0) {
          json.append(',');
        }
        Column<T> column = columns.get(i);
        append(json, column.type(), column.value().apply(item));
      }
      json.append(']');
    }
    return json.append(']').toString();
  }

  private static void append(StringBuilder json, ColumnType type, @Nullable Object value) {
    if (value instanceof Long || value == null) {
      json.append(value);
    } else if (value instanceof Boolean flag) {
      json.append(flag ? 1 : 0);
    } else {
      json.append('"').append(text(type, value)).append('"');
    }
  }

  private static String text(ColumnType type, Object value) {
    return switch (type) {
      case TEXT -> hex((String) value);
      case BYTES -> HexFormat.of().formatHex((byte[]) value);
      case TIME -> TIME.format((Instant) value);
      default -> value.toString();
    };
  }

  private static String hex(String text) {
    return HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
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
    return switch (column.type()) {
      case TEXT -> "CONVERT(UNHEX(" + name + ") USING utf8mb4) COLLATE utf8mb4_nopad_bin";
      case BYTES -> "UNHEX(" + name + ")";
      default -> name;
    };
  }

  /** The items as a table {@code d} of a FROM clause. */
  String rows(List<? extends Column<?>> columns) {
    return IntStream.range(0, columns.size())
        .mapToObj(i -> column(columns.get(i), i))
        .collect(Collectors.joining(", ", "JSON_TABLE(?, '$[*]' COLUMNS (", ")) AS d"));
  }

  private static String column(Column<?> column, int index) {
    String type =
        switch (column.type()) {
          case BIGINT -> "BIGINT";
          case TEXT, BYTES -> HEX;
          case WORD -> WORD;
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
        + keys.stream()
            .map(key -> "t." + key.name() + " = " + decoded(key))
            .collect(Collectors.joining(" AND "));
  }
}
