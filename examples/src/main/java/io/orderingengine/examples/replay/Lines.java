package io.orderingengine.examples.replay;

import io.orderingengine.examples.console.Figures;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Some lines of a file, and what they add up to. Used by one thread. */
final class Lines {
  private final BitSet numbers = new BitSet();
  private long count;
  private long units;
  private BigDecimal money = BigDecimal.ZERO;

  void add(int number, long moreUnits, BigDecimal moreMoney) {
    numbers.set(number);
    count++;
    units += moreUnits;
    money = money.add(moreMoney);
  }

  void add(Lines others) {
    numbers.or(others.numbers);
    count += others.count;
    units += others.units;
    money = money.add(others.money);
  }

  /** How many; a line that was counted twice counts twice. */
  long count() {
    return count;
  }

  long units() {
    return units;
  }

  BigDecimal money() {
    return money;
  }

  /** The lowest line number. */
  int first() {
    return numbers.nextSetBit(0);
  }

  /** The line numbers, such as {@code 17, 20-23}, and how many follow the first few. */
  String numbers(int most) {
    List<String> shown = new ArrayList<>();
    int from = numbers.nextSetBit(0);
    for (;
        from >= 0 && shown.size() < most;
        from = numbers.nextSetBit(numbers.nextClearBit(from))) {
      int to = numbers.nextClearBit(from) - 1;
      shown.add(from == to ? Integer.toString(from) : from + "-" + to);
    }
    String more = from < 0 ? "" : ", and " + Figures.count(left(from)) + " more";
    return String.join(", ", shown) + more;
  }

  private long left(int from) {
    return numbers.stream().filter(number -> number >= from).count();
  }
}
