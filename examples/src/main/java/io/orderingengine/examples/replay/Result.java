package io.orderingengine.examples.replay;

import io.orderingengine.examples.console.Figures;
import io.orderingengine.examples.console.Finding;
import java.nio.file.Path;
import java.util.List;

/**
 * All that is known after a replay.
 *
 * @param place where the rows were, such as {@code on H2 2.5.252}
 */
record Result(
    Options options,
    String place,
    Path file,
    FileTotals totals,
    Plan plan,
    Replay replay,
    Ledger ledger,
    List<Finding> findings) {
  private static final int MOST_ODD_PERCENT = 5;

  boolean ok() {
    return drifted() == 0 && !isTooOdd();
  }

  private long drifted() {
    return findings.stream().filter(finding -> !finding.ok()).count();
  }

  private boolean isTooOdd() {
    return plan.oddLines() * 100 > totals.lines() * MOST_ODD_PERCENT;
  }

  /** The verdict in one sentence. */
  String verdict() {
    if (drifted() > 0) {
      return "DRIFT: %d of %d checks failed.".formatted(drifted(), findings.size());
    }
    return isTooOdd()
        ? "TOO ODD: %s of %s cannot be replayed, more than %d %%."
            .formatted(
                Figures.count(plan.oddLines()),
                Figures.count(totals.lines(), "line"),
                MOST_ODD_PERCENT)
        : "Every line is accounted for, to the penny.";
  }
}
