package io.orderingengine.examples.console;

import java.util.ArrayList;
import java.util.List;

/**
 * What one check found.
 *
 * @param ok whether nothing drifted
 * @param text the figures that agree, or those that drifted
 */
public record Finding(String subject, boolean ok, String text) {
  private static final int SHOWN = 3;

  /** A check under way: compares figures, and keeps what drifted. Used by one thread. */
  public static final class Check {
    private final String subject;
    private final List<String> drifts = new ArrayList<>();

    public Check(String subject) {
      this.subject = subject;
    }

    public void compare(String what, long expected, long actual) {
      compare(what, Figures.count(expected), Figures.count(actual));
    }

    public void compare(String what, String expected, String actual) {
      if (!expected.equals(actual)) {
        drift("%s: %s expected, %s found".formatted(what, expected, actual));
      }
    }

    public void drift(String sentence) {
      drifts.add(sentence);
    }

    /** The finding, with this text if nothing drifted. */
    public Finding end(String agreed) {
      return new Finding(subject, drifts.isEmpty(), drifts.isEmpty() ? agreed : drifts());
    }

    private String drifts() {
      int more = drifts.size() - SHOWN;
      String first = String.join("; ", drifts.subList(0, Math.min(SHOWN, drifts.size())));
      return more <= 0 ? first : first + "; and " + Figures.count(more) + " more";
    }
  }
}
