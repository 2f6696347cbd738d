package io.orderingengine.examples.flashsale;

import io.orderingengine.examples.console.Finding;
import java.util.List;
import java.util.stream.Stream;

/** The proof after the sale: nothing was lost and nothing doubled, by the rows alone. */
final class Conservation {
  private Conservation() {}

  /** Holds the rows against the opening and against what the shoppers were told. */
  static List<Finding> check(Opening opening, Ledger ledger, List<Told> told) {
    return Stream.of(
            GoodsCheck.of(opening, ledger),
            MoneyCheck.of(opening, ledger),
            AnswersCheck.of(ledger, told))
        .flatMap(List::stream)
        .toList();
  }
}
