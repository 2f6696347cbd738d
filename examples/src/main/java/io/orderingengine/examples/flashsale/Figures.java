package io.orderingengine.examples.flashsale;

import java.util.Locale;

/** Figures as people read them, the same in every locale. */
final class Figures {
  private Figures() {}

  /** A whole number, such as 12,345. */
  static String count(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  /** A number of a thing, such as 1 order or 12,345 orders. */
  static String count(long number, String thing) {
    return count(number) + " " + thing + (number == 1 ? "" : "s");
  }

  /** Nanoseconds in milliseconds, such as 0.123. */
  static String millis(long nanos) {
    return String.format(Locale.ROOT, "%,.3f", nanos / 1e6);
  }

  /** Seconds, such as 1.23. */
  static String seconds(double seconds) {
    return String.format(Locale.ROOT, "%.2f", seconds);
  }
}
