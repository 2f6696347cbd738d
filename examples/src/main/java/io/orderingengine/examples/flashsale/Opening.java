package io.orderingengine.examples.flashsale;

import io.orderingengine.value.Money;
import java.util.stream.IntStream;

/**
 * What the sale opened with, and what it must add up to afterwards.
 *
 * @param skus how many options the product has
 * @param stock the units of each option
 * @param coupons how many could be issued
 * @param purses all money that was paid in
 */
record Opening(int shoppers, int skus, long stock, long coupons, Money purses) {
  static Opening of(Options options) {
    long purses =
        IntStream.range(0, options.shoppers())
            .mapToLong(i -> Plan.of(options, i).purse().amount())
            .sum();
    return new Opening(
        options.shoppers(), options.skus(), options.stock(), options.coupons(), Money.of(purses));
  }
}
