package io.orderingengine.examples.replay;

import java.util.List;

/**
 * A whole file, read and sorted: what is to be replayed, and what is not.
 *
 * @param tally the lines by category: each line once
 * @param forms the lines of an unusual form, odd ones left out
 * @param returns what was matched with an order
 */
record Plan(
    Tally<Category> tally,
    Tally<Form> forms,
    List<Goods> goods,
    List<Buyer> buyers,
    List<Return> returns) {
  /** The lines that become orders and cancellations. */
  long linesToReplay() {
    return tally.all(List.of(Category.SOLD, Category.CANCELLED)).count();
  }

  long oddLines() {
    return tally.all(Category.odd().toList()).count();
  }
}
