package io.orderingengine.examples.replay;

import java.util.Collections;
import java.util.Comparator;
import java.util.SortedMap;
import java.util.TreeMap;

/** A stock code with what is sold of it at each of its prices. Used by one thread while filled. */
final class Goods {
  private static final int LONGEST_NAME = 100;

  private final String stockCode;
  private final SortedMap<Sku, Long> units = new TreeMap<>(Comparator.comparingLong(Sku::pence));
  private String name = "";

  Goods(String stockCode) {
    this.stockCode = stockCode;
  }

  void add(Line line) {
    units.merge(line.sku(), line.units(), Long::sum);
    if (name.isBlank()) {
      name = readable(line.description());
    }
  }

  private static String readable(String text) {
    return text.codePoints()
        .filter(character -> !Character.isISOControl(character))
        .limit(LONGEST_NAME)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  String stockCode() {
    return stockCode;
  }

  /** The first description that is not blank, or else the stock code. */
  String name() {
    return name.isBlank() ? stockCode : name;
  }

  /** What is sold at each price, the lowest first. */
  SortedMap<Sku, Long> units() {
    return Collections.unmodifiableSortedMap(units);
  }
}
