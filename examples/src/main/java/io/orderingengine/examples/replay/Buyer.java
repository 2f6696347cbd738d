package io.orderingengine.examples.replay;

import io.orderingengine.value.Money;
import java.util.List;
import java.util.stream.Stream;

/**
 * A customer, or the guest of one invoice without a customer.
 *
 * @param name the user's external id
 * @param steps what the buyer does, in file order
 */
record Buyer(String name, List<Step> steps) {
  Stream<Basket> baskets() {
    return steps.stream().filter(Basket.class::isInstance).map(Basket.class::cast);
  }

  Stream<Return> cancellations() {
    return steps.stream().filter(Return.class::isInstance).map(Return.class::cast);
  }

  /** What the baskets cost whose orders are cancelled later. */
  Money refunded() {
    return cancellations().map(each -> each.from().total()).reduce(Money.ZERO, Money::plus);
  }

  /** What all baskets cost. */
  Money need() {
    return baskets().map(Basket::total).reduce(Money.ZERO, Money::plus);
  }
}
