package io.orderingengine.examples.flashsale;

import io.orderingengine.examples.console.Finding;
import java.util.List;

/**
 * All that is known after a sale.
 *
 * @param place where the rows were, such as {@code on H2 2.5.252}
 */
record Result(Options options, String place, Race race, Ledger ledger, List<Finding> findings) {
  boolean ok() {
    return findings.stream().allMatch(Finding::ok);
  }

  long checkoutsPerSecond() {
    return Math.round(race.counts().checkouts() / race.seconds());
  }

  long commandsPerSecond() {
    return Math.round(race.counts().commands() / race.seconds());
  }

  /** The verdict in one sentence. */
  String verdict() {
    long drifted = findings.stream().filter(finding -> !finding.ok()).count();
    return drifted == 0
        ? "Nothing was oversold, lost or doubled."
        : "DRIFT: %d of %d checks failed.".formatted(drifted, findings.size());
  }
}
