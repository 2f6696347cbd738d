package io.orderingengine.examples.console;

import io.orderingengine.value.Money;
import java.math.BigDecimal;
import java.util.Locale;

/** Figures as people read them, the same in every locale. */
public final class Figures {
  private Figures() {}

  /** A whole number, such as 12,345. */
  public static String count(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  /** A number of a thing, such as 1 order or 12,345 orders. */
  public static String count(long number, String thing) {
    return count(number) + " " + thing + (number == 1 ? "" : "s");
  }

  /** An amount of a currency with hundredths, such as 12,345.67; a finer fraction is shown too. */
  public static String money(BigDecimal amount) {
    int digits = Math.max(2, amount.stripTrailingZeros().scale());
    return String.format(Locale.ROOT, "%,." + digits + "f", amount);
  }

  /** The same in hundredths. */
  public static String money(Money hundredths) {
    return money(BigDecimal.valueOf(hundredths.amount(), 2));
  }

  /** Nanoseconds in milliseconds, such as 0.123. */
  public static String millis(long nanos) {
    return String.format(Locale.ROOT, "%,.3f", nanos / 1e6);
  }

  /** Seconds, such as 1.23. */
  public static String seconds(double seconds) {
    return String.format(Locale.ROOT, "%.2f", seconds);
  }
}
