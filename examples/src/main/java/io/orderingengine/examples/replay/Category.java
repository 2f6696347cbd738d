package io.orderingengine.examples.replay;

import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a line: each belongs to one category. The odd ones have a rule, and a line is in
 * the first whose rule it meets, in this order.
 */
enum Category {
  /** Ordered, whether or not it came back later. */
  SOLD("sold"),
  /** Came back with all else of its order, which was cancelled. */
  CANCELLED("returned, order cancelled"),
  /** Came back from an order that stands; it waits until the engine can refund items. */
  REFUND_PENDING("returned, refund pending"),
  /** Came back, but its customer bought no such thing earlier in the file. */
  UNMATCHED("returned, unmatched"),

  BROKEN_QUOTES("broken quotes", Fields::areBroken),
  WRONG_COLUMNS("wrong number of columns", Fields::areTooManyOrFew),
  BAD_INVOICE("bad invoice number", Fields::hasBadInvoice),
  BAD_STOCK_CODE("bad stock code", Fields::hasBadStockCode),
  BAD_CUSTOMER("bad customer id", Fields::hasBadCustomer),
  BAD_QUANTITY("bad number as quantity", line -> !line.hasUnits()),
  BAD_PRICE("bad number as price", line -> !line.hasPrice()),
  BAD_DATE("bad date", Fields::hasBadDate),
  NO_UNITS("zero units", line -> line.units() == 0),
  NEGATIVE_UNITS("negative units, no return", line -> line.units() < 0 && !line.isReturn()),
  POSITIVE_RETURN("return of positive units", line -> line.units() > 0 && line.isReturn()),
  ZERO_PRICE("zero price", line -> line.price().signum() == 0),
  NEGATIVE_PRICE("negative price", line -> line.price().signum() < 0),
  FRACTION_OF_A_PENNY("fraction of a penny", Fields::hasFractionOfAPenny),
  TOO_MUCH("units or price over a million", Fields::isTooMuch),
  /** Nothing in the line itself: an earlier line of its invoice has another customer. */
  ANOTHER_CUSTOMER("not its invoice's customer", line -> false);

  private final String title;

  @SuppressWarnings("ImmutableEnumChecker") // the rules have no state
  private final @Nullable Predicate<Fields> rule;

  Category(String title) {
    this.title = title;
    rule = null;
  }

  Category(String title, Predicate<Fields> rule) {
    this.title = title;
    this.rule = rule;
  }

  /** Why this line cannot be replayed, or null. */
  static @Nullable Category oddityOf(Fields line) {
    return Stream.of(values())
        .filter(category -> category.rule != null && category.rule.test(line))
        .findFirst()
        .orElse(null);
  }

  static Stream<Category> odd() {
    return Stream.of(values()).filter(Category::isOdd);
  }

  boolean isOdd() {
    return rule != null;
  }

  @Override
  public String toString() {
    return title;
  }
}
