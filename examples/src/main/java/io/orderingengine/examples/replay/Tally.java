package io.orderingengine.examples.replay;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The lines of a file by what they are: how many, which, and what they add up to. One thread's. */
final class Tally<K extends Enum<K>> {
  private final Map<K, Lines> kinds;

  Tally(Class<K> type) {
    kinds = new EnumMap<>(type);
  }

  void add(K kind, int number, long units, BigDecimal money) {
    kinds.computeIfAbsent(kind, any -> new Lines()).add(number, units, money);
  }

  /** The kinds that were met, in their order. */
  List<K> kinds() {
    return List.copyOf(kinds.keySet());
  }

  Lines of(K kind) {
    return kinds.getOrDefault(kind, new Lines());
  }

  /** What the given kinds add up to. */
  Lines all(Collection<K> wanted) {
    var all = new Lines();
    wanted.forEach(kind -> all.add(of(kind)));
    return all;
  }

  Lines all() {
    return all(kinds.keySet());
  }
}
