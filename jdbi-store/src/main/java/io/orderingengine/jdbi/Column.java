package io.orderingengine.jdbi;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A column, and what an item puts into it.
 *
 * @param <T> what is written: a row, a change of one, or a key
 */
record Column<T>(String name, ColumnType type, Function<T, @Nullable Object> value) {
  static String names(List<? extends Column<?>> columns) {
    return columns.stream().map(Column::name).collect(Collectors.joining(", "));
  }
}
