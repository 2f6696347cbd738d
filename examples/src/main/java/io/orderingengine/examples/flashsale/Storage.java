package io.orderingengine.examples.flashsale;

import io.orderingengine.memory.InMemoryStore;
import io.orderingengine.spi.OrderingStore;
import java.util.Locale;
import java.util.function.Supplier;

/** A place where the sale can keep its rows. */
enum Storage {
  MEMORY {
    @Override
    Supplier<OrderingStore> create() {
      OrderingStore store = InMemoryStore.create();
      return () -> store;
    }
  };

  /** Makes an empty place, and answers what opens a store on it, again after each closing. */
  abstract Supplier<OrderingStore> create();

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
