package io.orderingengine.spi;

import java.time.Instant;

/** A row of a {@link Table}: its id is unique among all rows of the store. */
public interface Row {
  long id();

  Instant createdAt();
}
