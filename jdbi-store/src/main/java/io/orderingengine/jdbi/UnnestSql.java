package io.orderingengine.jdbi;

import java.util.List;
import java.util.stream.Collectors;

/** The SQL of databases that turn arrays into rows by UNNEST. */
final class UnnestSql {
  private final String bytes;

  UnnestSql(String bytes) {
    this.bytes = bytes;
  }

  String insert(String table, List<? extends Column<?>> columns) {
    return "INSERT INTO " + table + " (" + names(columns) + ") SELECT * FROM " + arrays(columns);
  }

  String rows(List<? extends Column<?>> columns) {
    return arrays(columns) + " AS d(" + names(columns) + ")";
  }

  private String arrays(List<? extends Column<?>> columns) {
    return columns.stream()
        .map(column -> "CAST(? AS " + type(column.type()) + " ARRAY)")
        .collect(Collectors.joining(", ", "UNNEST(", ")"));
  }

  private String type(ColumnType type) {
    return switch (type) {
      case BIGINT -> "BIGINT";
      case TEXT -> "VARCHAR";
      case TIME -> "TIMESTAMP(6) WITH TIME ZONE";
      case BOOLEAN -> "BOOLEAN";
      case BYTES -> bytes;
    };
  }

  private static String names(List<? extends Column<?>> columns) {
    return columns.stream().map(Column::name).collect(Collectors.joining(", "));
  }
}
