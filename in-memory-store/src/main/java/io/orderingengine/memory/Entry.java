package io.orderingengine.memory;

import io.orderingengine.spi.Row;
import io.orderingengine.spi.Table;

/** What stands in the directory for a row that is not there as itself. */
interface Entry {
  /** The row of the given table; another row if there is none. */
  Row row(Table<?> table);
}
