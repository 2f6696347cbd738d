package io.orderingengine.contract.model;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/**
 * A store's ids as the numbers by which calls name entities: counted by kind, in creation order.
 */
final class Numbers {
  /** What is numbered. */
  enum Kind {
    USER,
    PRODUCT,
    OPTION,
    COUPON,
    ISSUED,
    ORDER
  }

  private final Map<Kind, Map<Long, Long>> ids = new EnumMap<>(Kind.class);
  private final Map<Kind, Map<Long, Long>> numbers = new EnumMap<>(Kind.class);

  Numbers() {
    for (Kind kind : Kind.values()) {
      ids.put(kind, new HashMap<>());
      numbers.put(kind, new HashMap<>());
    }
  }

  /** The number of an id, which is a new one for an id not seen before. */
  long note(Kind kind, long id) {
    Map<Long, Long> known = numbers.get(kind);
    known.computeIfAbsent(id, any -> (long) known.size() + 1);
    ids.get(kind).put(known.get(id), id);
    return known.get(id);
  }

  /** The number of an id; one that was never noted gets the number that made it up. */
  long number(Kind kind, long id) {
    return numbers.get(kind).getOrDefault(id, Long.MAX_VALUE - id);
  }

  boolean isKnown(Kind kind, long number) {
    return ids.get(kind).containsKey(number);
  }

  /** The id of a number; one that no store has, if there is none. */
  long id(Kind kind, long number) {
    return ids.get(kind).getOrDefault(number, Long.MAX_VALUE - number);
  }
}
