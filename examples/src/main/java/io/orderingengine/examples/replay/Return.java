package io.orderingengine.examples.replay;

import io.orderingengine.value.Money;
import java.util.List;

/**
 * What one C invoice brings back of one order.
 *
 * @param invoice the C invoice
 * @param from the order's basket
 */
record Return(String invoice, Basket from, List<Line> lines) implements Step {
  @Override
  public int number() {
    return lines.get(lines.size() - 1).number();
  }

  @Override
  public String buyer() {
    return from.buyer();
  }

  /** Whether it brings back the whole order for the whole price: then the order is cancelled. */
  boolean isWhole() {
    long units = -lines.stream().mapToLong(Line::units).sum();
    Money money = lines.stream().map(Line::money).reduce(Money.ZERO, Money::plus);
    return units == from.allUnits() && Money.ZERO.minus(money).equals(from.total());
  }

  Category category() {
    return isWhole() ? Category.CANCELLED : Category.REFUND_PENDING;
  }
}
