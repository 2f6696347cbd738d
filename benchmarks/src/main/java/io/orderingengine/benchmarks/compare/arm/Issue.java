package io.orderingengine.benchmarks.compare.arm;

import io.orderingengine.benchmarks.compare.workload.Claim;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** A coupon that the rules allow to be issued: what is to be written for it. */
record Issue(Claim claim, long id, long eventId, Instant at, Instant expiry) {
  static final int IDS = 2;

  static Issue decide(Claim claim, Terms terms, long firstId) {
    Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
    terms.check(now);
    return new Issue(claim, firstId, firstId + 1, now, now.plus(terms.validity()));
  }
}
