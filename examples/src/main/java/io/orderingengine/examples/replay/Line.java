package io.orderingengine.examples.replay;

import io.orderingengine.value.Money;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A line that can be replayed. Immutable.
 *
 * @param number its number in the file
 * @param customer empty for a guest
 * @param date null if the file has no dates
 * @param units above zero if sold, below zero if returned
 * @param pence the price of one unit
 */
record Line(
    int number,
    String invoice,
    String stockCode,
    String description,
    String customer,
    @Nullable LocalDate date,
    long units,
    long pence) {
  boolean isReturn() {
    return units < 0;
  }

  Sku sku() {
    return new Sku(stockCode, pence);
  }

  Money money() {
    return Money.of(pence).times(units);
  }
}
