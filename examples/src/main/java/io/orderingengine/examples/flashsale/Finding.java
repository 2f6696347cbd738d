package io.orderingengine.examples.flashsale;

import java.util.ArrayList;
import java.util.List;

/**
 * What one check of the conservation found.
 *
 * @param ok whether nothing drifted
 * @param text the figures that agree, or those that drifted
 */
record Finding(String subject, boolean ok, String text) {
  private static final int SHOWN = 3;

  /** A check under way: compares figures, and keeps what drifted. Used by one thread. */
  static final class Check {
    private final String subject;
    private final List<String> drifts = new ArrayList<>();

    Check(String subject) {
      this.subject = subject;
    }

    void compare(String what, long expected, long actual) {
      if (expected != actual) {
        drift(
            "%s: %s expected, %s found"
                .formatted(what, Figures.count(expected), Figures.count(actual)));
      }
    }

    void drift(String sentence) {
      drifts.add(sentence);
    }

    /** The finding, with this text if nothing drifted. */
    Finding end(String agreed) {
      return new Finding(subject, drifts.isEmpty(), drifts.isEmpty() ? agreed : drifts());
    }

    private String drifts() {
      int more = drifts.size() - SHOWN;
      String first = String.join("; ", drifts.subList(0, Math.min(SHOWN, drifts.size())));
      return more <= 0 ? first : first + "; and " + Figures.count(more) + " more";
    }
  }
}
