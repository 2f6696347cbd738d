package io.orderingengine.jdbi;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A column, and what an item puts into it.
 *
 * @param <T> what is written: a row, or a change of one
 */
record Column<T>(String name, ColumnType type, Function<T, @Nullable Object> value) {
  /** The values of all items, as one argument of a statement. */
  Argument of(List<T> items) {
    @Nullable Object[] values = type.values(items.size());
    for (int i = 0; i < values.length; i++) {
      values[i] = value.apply(items.get(i));
    }
    return Argument.array(type, values);
  }
}
