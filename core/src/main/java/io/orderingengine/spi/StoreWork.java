package io.orderingengine.spi;

/** What is done in one transaction of a store. */
@FunctionalInterface
public interface StoreWork<R> {
  R run(StoreTransaction transaction);
}
