package io.orderingengine.spi;

/** A guarded change of one row. */
public interface Update {
  /** The row's id. */
  long id();
}
