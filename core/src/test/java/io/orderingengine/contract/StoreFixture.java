package io.orderingengine.contract;

import io.orderingengine.spi.OrderingStore;

/** One set of rows, empty at first, that a test may open, close and open again. */
@FunctionalInterface
public interface StoreFixture extends AutoCloseable {
  /** A store over the rows as they are now. */
  OrderingStore open();

  /** Throws the rows away. */
  @Override
  default void close() {}
}
