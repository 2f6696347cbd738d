package io.orderingengine.examples.flashsale;

import io.orderingengine.value.Money;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * What one shopper means to do, drawn from the seed.
 *
 * @param purse the prepaid balance to begin with
 * @param wishes units by option, which is named by its place in the product
 * @param clicksTwice whether the checkout is sent twice at once
 * @param payment when to pay
 * @param cancels whether the shopper ends by cancelling
 */
record Plan(
    Money purse,
    Map<Integer, Integer> wishes,
    boolean clicksTwice,
    Payment payment,
    boolean cancels) {
  private static final int MOST_UNITS = 3;

  /** When a shopper pays. */
  enum Payment {
    WITH_THE_ORDER,
    LATER,
    NEVER
  }

  /** The plan of one shopper: the same for the same seed, whoever else comes. */
  static Plan of(Options options, int shopper) {
    var chance = new SplittableRandom(options.seed() * 1_000_003 + shopper);
    Payment payment = payment(chance);
    boolean clicksTwice = payment == Payment.WITH_THE_ORDER && percent(2, chance);
    boolean cancels = percent(payment == Payment.NEVER ? 50 : 2, chance);
    return new Plan(purse(chance), wishes(options.skus(), chance), clicksTwice, payment, cancels);
  }

  private static Payment payment(SplittableRandom chance) {
    if (!percent(15, chance)) {
      return Payment.WITH_THE_ORDER;
    }
    return percent(70, chance) ? Payment.LATER : Payment.NEVER;
  }

  /** One in ten has less than most baskets cost. */
  private static Money purse(SplittableRandom chance) {
    return Money.of(percent(10, chance) ? chance.nextInt(2_000) : chance.nextInt(20_000, 60_000));
  }

  private static Map<Integer, Integer> wishes(int skus, SplittableRandom chance) {
    var wishes = new TreeMap<Integer, Integer>();
    int kinds = percent(30, chance) ? 2 : 1;
    for (int i = 0; i < kinds; i++) {
      wishes.put(popular(skus, chance), 1 + chance.nextInt(MOST_UNITS));
    }
    return wishes;
  }

  /** The first option is wanted most, the last one least. */
  private static int popular(int skus, SplittableRandom chance) {
    return Math.min(chance.nextInt(skus), chance.nextInt(skus));
  }

  private static boolean percent(int share, SplittableRandom chance) {
    return chance.nextInt(100) < share;
  }
}
