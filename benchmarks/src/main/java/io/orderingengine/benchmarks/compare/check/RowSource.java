package io.orderingengine.benchmarks.compare.check;

import io.orderingengine.spi.Row;
import io.orderingengine.spi.Table;
import java.util.function.Consumer;

/** Rows that are kept in memory, at rest. */
public interface RowSource {
  <R extends Row> void each(Table<R> table, Consumer<R> reader);

  /** Whether an order's key of this user is kept. */
  boolean hasKey(long user, String key);
}
