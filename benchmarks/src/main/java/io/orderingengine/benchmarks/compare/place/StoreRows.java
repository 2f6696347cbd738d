package io.orderingengine.benchmarks.compare.place;

import io.orderingengine.benchmarks.compare.check.RowSource;
import io.orderingengine.spi.CommandKey;
import io.orderingengine.spi.Row;
import io.orderingengine.spi.StoreQueries;
import io.orderingengine.spi.Table;
import java.util.List;
import java.util.function.Consumer;

/** The rows of a store, read through its queries. */
record StoreRows(StoreQueries queries) implements RowSource {
  private static final int CHUNK = 10_000;

  @Override
  public <R extends Row> void each(Table<R> table, Consumer<R> reader) {
    List<R> chunk = queries.chunk(table, 0, CHUNK);
    while (!chunk.isEmpty()) {
      chunk.forEach(reader);
      chunk = queries.chunk(table, chunk.get(chunk.size() - 1).id(), CHUNK);
    }
  }

  @Override
  public boolean hasKey(long user, String key) {
    return queries.commandKey(new CommandKey(user, "order", key)) != null;
  }
}
