package io.orderingengine.spi;

import java.time.Instant;

/**
 * A number of one row that moves by an amount, and must not fall below zero by it.
 *
 * @param amount signed
 * @param at the row's new {@code modified_at}
 */
public record Delta(long id, long amount, Instant at) implements Update {
  /** One delta for both, with the later time. */
  Delta and(Delta other) {
    Instant later = at.isAfter(other.at) ? at : other.at;
    return new Delta(id, Math.addExact(amount, other.amount), later);
  }
}
