package io.orderingengine.contract.model;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Makes a failing sequence short: leaves out runs of calls, long ones first, as long as it still
 * fails (delta debugging, after Zeller and Hildebrandt 2002, without its complements).
 */
final class Shrinking {
  private Shrinking() {}

  static List<Call> of(List<Call> calls, Predicate<List<Call>> fails) {
    List<Call> shortest = calls;
    for (int run = Math.max(1, calls.size() / 2); run >= 1; run /= 2) {
      shortest = withoutRuns(shortest, run, fails);
    }
    return shortest;
  }

  private static List<Call> withoutRuns(List<Call> calls, int run, Predicate<List<Call>> fails) {
    List<Call> shortest = calls;
    for (int from = 0; from < shortest.size(); ) {
      List<Call> rest = new ArrayList<>(shortest.subList(0, from));
      rest.addAll(shortest.subList(Math.min(shortest.size(), from + run), shortest.size()));
      if (fails.test(rest)) {
        shortest = rest;
      } else {
        from += run;
      }
    }
    return shortest;
  }
}
