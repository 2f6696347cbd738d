package io.orderingengine.examples.replay;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The day of an invoice, in one of the forms in which the Online Retail set is handed around. With
 * slashes, the month comes first where a time of day follows, as in the American exports, and the
 * day comes first where none does. Immutable.
 */
record InvoiceDate(LocalDate date, Form form) {
  private static final String TIME = "(?:[01]?[0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9])?";
  private static final Pattern SLASHES =
      Pattern.compile("([0-9]{1,2})/([0-9]{1,2})/([0-9]{4}|[0-9]{2})( +" + TIME + ")?");
  private static final Pattern DASHES =
      Pattern.compile("([0-9]{4})-([0-9]{2})-([0-9]{2})(?:[ T]" + TIME + ")?");

  /** Reads a date, or answers null if the text is none. */
  static @Nullable InvoiceDate parse(String text) {
    Matcher slashes = SLASHES.matcher(text);
    Matcher dashes = DASHES.matcher(text);
    try {
      if (slashes.matches()) {
        return withSlashes(slashes);
      }
      return dashes.matches() ? new InvoiceDate(date(dashes, 1, 2, 3), Form.YEAR_FIRST) : null;
    } catch (DateTimeException noSuchDay) {
      return null;
    }
  }

  private static InvoiceDate withSlashes(Matcher found) {
    return found.group(4) == null
        ? new InvoiceDate(date(found, 3, 2, 1), Form.DAY_FIRST)
        : new InvoiceDate(date(found, 3, 1, 2), Form.MONTH_FIRST);
  }

  private static LocalDate date(Matcher found, int year, int month, int day) {
    int number = number(found, year);
    return LocalDate.of(
        number < 100 ? 2000 + number : number, number(found, month), number(found, day));
  }

  private static int number(Matcher found, int group) {
    return Integer.parseInt(found.group(group));
  }
}
