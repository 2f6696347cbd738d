package io.orderingengine.spi;

import java.time.Instant;

/**
 * An option's step from one price to another.
 *
 * @param at the row's new {@code modified_at}
 */
public record PriceChange(long id, long from, long to, Instant at) implements Update {
  /** One step for both. */
  PriceChange and(PriceChange next) {
    return new PriceChange(id, from, next.to, next.at);
  }
}
