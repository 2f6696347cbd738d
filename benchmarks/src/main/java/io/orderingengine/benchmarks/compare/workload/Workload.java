package io.orderingengine.benchmarks.compare.workload;

import java.util.Locale;

/** What callers do. */
public enum Workload {
  /** Three options of all. */
  UNIFORM,
  /** One option that everybody wants, and two of all. */
  HOT,
  /** One kind of coupon is issued, to a user at a time. */
  ISSUE,
  /** One to fifty options of all. */
  LINES;

  public boolean isCheckout() {
    return this != ISSUE;
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
