package io.orderingengine.examples.replay;

import java.math.BigDecimal;

/** What is ordered: a stock code at one of its unit prices. Immutable. */
record Sku(String stockCode, long pence) {
  /** The price of one unit, such as 2.55. */
  String price() {
    return BigDecimal.valueOf(pence, 2).toPlainString();
  }

  /** Such as {@code 85123A at 2.55}. */
  @Override
  public String toString() {
    return stockCode + " at " + price();
  }
}
