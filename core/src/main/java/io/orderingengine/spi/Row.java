package io.orderingengine.spi;

/** A row that has a 64-bit id of its own, unique among all rows of the store. */
public interface Row {
  long id();
}
