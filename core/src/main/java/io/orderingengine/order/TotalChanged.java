package io.orderingengine.order;

import io.orderingengine.value.Money;
import io.orderingengine.value.Rejection;

/** The prices have changed since the total was shown. */
public record TotalChanged(Money expected, Money actual) implements Rejection {
  @Override
  public String code() {
    return "TOTAL_CHANGED";
  }

  @Override
  public String message() {
    return "The total is %s and no longer %s; show it again before ordering."
        .formatted(actual, expected);
  }
}
