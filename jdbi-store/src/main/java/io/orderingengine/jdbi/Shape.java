package io.orderingengine.jdbi;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How the rows of one table are written and read: its columns, in the order in which both go.
 *
 * @param table its name in the model, without a prefix
 */
record Shape<R>(String table, List<Column<R>> columns, Reader<R> reader) {
  /** Reads one row from its cells. */
  @FunctionalInterface
  interface Reader<R> {
    R read(Cells cells) throws SQLException;
  }

  /** All columns, each with the alias in front. */
  String columns(String alias) {
    return columns.stream()
        .map(column -> alias + "." + column.name())
        .collect(Collectors.joining(", "));
  }

  static <R> Builder<R> of(String table) {
    return new Builder<>(table);
  }

  /** Collects columns from left to right. */
  static final class Builder<R> {
    private final String table;
    private final List<Column<R>> columns = new ArrayList<>();

    private Builder(String table) {
      this.table = table;
    }

    String table() {
      return table;
    }

    Builder<R> number(String name, ToLongFunction<R> value) {
      return column(name, ColumnType.BIGINT, value::applyAsLong);
    }

    Builder<R> numberOrNull(String name, Function<R, @Nullable Long> value) {
      return column(name, ColumnType.BIGINT, value::apply);
    }

    Builder<R> text(String name, Function<R, @Nullable String> value) {
      return column(name, ColumnType.TEXT, value::apply);
    }

    Builder<R> oneOf(String name, Function<R, Enum<?>> value) {
      return column(name, ColumnType.WORD, row -> value.apply(row).name());
    }

    Builder<R> flag(String name, Function<R, Boolean> value) {
      return column(name, ColumnType.BOOLEAN, value::apply);
    }

    Builder<R> bytes(String name, Function<R, byte[]> value) {
      return column(name, ColumnType.BYTES, value::apply);
    }

    Builder<R> time(String name, Function<R, @Nullable Instant> value) {
      return column(name, ColumnType.TIME, value::apply);
    }

    private Builder<R> column(String name, ColumnType type, Function<R, @Nullable Object> value) {
      columns.add(new Column<>(name, type, value));
      return this;
    }

    Shape<R> readBy(Reader<R> reader) {
      return new Shape<>(table, List.copyOf(columns), reader);
    }

    List<Column<R>> columns() {
      return List.copyOf(columns);
    }
  }
}
