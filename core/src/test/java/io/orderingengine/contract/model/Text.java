package io.orderingengine.contract.model;

import java.util.Arrays;
import java.util.stream.Collectors;

/** The words in which the model and the engine are compared. */
final class Text {
  static final String BAD = "bad argument";
  static final String NOTHING = "nothing";
  private static final String NO = "no ";

  private Text() {}

  /** A refusal with its facts. */
  static String no(String code, Object... facts) {
    return NO + line(code, facts);
  }

  static boolean isAccepted(String answer) {
    return !answer.startsWith(NO) && !answer.equals(BAD);
  }

  /** A row, or an entry. */
  static String line(String what, Object... facts) {
    return what
        + Arrays.stream(facts)
            .map(fact -> " " + (fact == null ? "-" : fact))
            .collect(Collectors.joining());
  }
}
