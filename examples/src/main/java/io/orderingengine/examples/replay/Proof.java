package io.orderingengine.examples.replay;

import io.orderingengine.examples.console.Finding;
import java.util.List;
import java.util.stream.Stream;

/** The proof after the replay: every line is in one category, and the engine has what it sold. */
final class Proof {
  private Proof() {}

  /** Holds the plan against the file and the rows against the plan. */
  static List<Finding> check(FileTotals file, Plan plan, Replay replay, Ledger ledger) {
    return Stream.of(
            FileCheck.of(file, plan.tally()),
            OrderCheck.of(plan, replay, ledger),
            BooksCheck.of(plan, ledger))
        .flatMap(List::stream)
        .toList();
  }
}
