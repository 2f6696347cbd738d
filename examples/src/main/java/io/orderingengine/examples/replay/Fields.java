package io.orderingengine.examples.replay;

import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The fields of one line, as they were read. What could not be read is empty or zero, and the
 * questions below say so. Immutable.
 */
final class Fields {
  private static final Pattern WHOLE = Pattern.compile("-?[0-9]{1,9}");
  private static final Pattern DECIMAL = Pattern.compile("-?[0-9]{1,12}(\\.[0-9]{1,12})?");
  private static final Pattern DECIMAL_CUSTOMER = Pattern.compile("([0-9]+)\\.0+");
  private static final int LONGEST_NAME = 200;
  private static final long MOST_UNITS = 1_000_000;
  private static final BigDecimal HIGHEST_PRICE = BigDecimal.valueOf(1_000_000);

  private final int number;
  private final Columns columns;
  private final @Nullable List<String> values;
  private final @Nullable Long units;
  private final @Nullable BigDecimal price;
  private final @Nullable InvoiceDate date;

  /**
   * The fields of a line.
   *
   * @param number of the line; the header's is 1
   * @param values null if the quotes are broken
   */
  Fields(int number, Columns columns, @Nullable List<String> values) {
    this.number = number;
    this.columns = columns;
    this.values = values;
    units = wholeNumber(text(Column.QUANTITY));
    price = decimal(text(Column.PRICE));
    date = InvoiceDate.parse(text(Column.DATE));
  }

  private static @Nullable Long wholeNumber(String text) {
    return WHOLE.matcher(text).matches() ? Long.valueOf(text) : null;
  }

  private static @Nullable BigDecimal decimal(String text) {
    return DECIMAL.matcher(text).matches() ? new BigDecimal(text) : null;
  }

  private String text(Column column) {
    return values == null || areTooManyOrFew() ? "" : columns.text(column, values);
  }

  int number() {
    return number;
  }

  long units() {
    return units == null ? 0 : units;
  }

  BigDecimal price() {
    return price == null ? BigDecimal.ZERO : price;
  }

  BigDecimal money() {
    return price().multiply(BigDecimal.valueOf(units()));
  }

  boolean isReturn() {
    return text(Column.INVOICE).startsWith("C");
  }

  boolean areBroken() {
    return values == null;
  }

  boolean areTooManyOrFew() {
    return values != null && values.size() != columns.count();
  }

  boolean hasBadInvoice() {
    return !isWord(text(Column.INVOICE));
  }

  boolean hasBadStockCode() {
    return !isName(text(Column.STOCK_CODE));
  }

  boolean hasBadCustomer() {
    return !customer().isEmpty() && !isWord(customer());
  }

  boolean hasUnits() {
    return units != null;
  }

  boolean hasPrice() {
    return price != null;
  }

  boolean hasBadDate() {
    return columns.has(Column.DATE) && date == null;
  }

  boolean hasFractionOfAPenny() {
    return price().stripTrailingZeros().scale() > 2;
  }

  boolean isTooMuch() {
    return Math.abs(units()) > MOST_UNITS || price().compareTo(HIGHEST_PRICE) > 0;
  }

  /** A name without a space: the replay makes names of its own from it, by adding words. */
  private static boolean isWord(String text) {
    return isName(text) && text.chars().noneMatch(Character::isWhitespace);
  }

  private static boolean isName(String text) {
    return !text.isBlank()
        && text.length() <= LONGEST_NAME
        && text.chars().noneMatch(Character::isISOControl);
  }

  /** The customer, without the {@code .0} that a spreadsheet may have added; empty for a guest. */
  private String customer() {
    return DECIMAL_CUSTOMER.matcher(text(Column.CUSTOMER)).replaceFirst("$1");
  }

  /** What was unusual, and read all the same. */
  Set<Form> forms() {
    Set<Form> forms = EnumSet.noneOf(Form.class);
    if (values != null && values.stream().anyMatch(value -> value.contains(","))) {
      forms.add(Form.QUOTED_COMMA);
    }
    if (date != null) {
      forms.add(date.form());
    }
    if (text(Column.CUSTOMER).isEmpty()) {
      forms.add(Form.NO_CUSTOMER);
    } else if (DECIMAL_CUSTOMER.matcher(text(Column.CUSTOMER)).matches()) {
      forms.add(Form.DECIMAL_CUSTOMER);
    }
    return forms;
  }

  /** What a line without an oddity says. */
  Line line() {
    return new Line(
        number,
        text(Column.INVOICE),
        text(Column.STOCK_CODE),
        text(Column.DESCRIPTION),
        customer(),
        date == null ? null : date.date(),
        units(),
        price().movePointRight(2).longValueExact());
  }
}
