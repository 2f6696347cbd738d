package io.orderingengine.spi;

import java.time.Instant;

/**
 * An option opened for orders, or closed.
 *
 * @param at the row's new {@code modified_at}
 */
public record SaleChange(long id, boolean onSale, Instant at) implements Update {
  /** The later one. */
  SaleChange and(SaleChange next) {
    return next;
  }
}
