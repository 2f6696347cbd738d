package io.orderingengine.examples.console;

import io.orderingengine.memory.InMemoryStore;
import io.orderingengine.spi.OrderingStore;
import java.util.Locale;
import java.util.function.Supplier;

/** A place where a run can keep its rows. */
public enum Storage {
  MEMORY {
    @Override
    public Supplier<OrderingStore> create() {
      OrderingStore store = InMemoryStore.create();
      return () -> store;
    }
  };

  /** Makes an empty place, and answers what opens a store on it, again after each closing. */
  public abstract Supplier<OrderingStore> create();

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
