package io.orderingengine.jdbi;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The rows that were found of those that one kind of keys names. */
final class Named<K, R> {
  private final Predicate<K> isNamed;
  private Map<K, R> found = Map.of();

  Named(Predicate<K> isNamed) {
    this.isNamed = isNamed;
  }

  void put(K key, R row) {
    if (found.isEmpty()) {
      found = new HashMap<>();
    }
    found.put(key, row);
  }

  /** The row, or null if there is none; an error if it was not named. */
  @Nullable R get(K key) {
    R row = found.get(key);
    if (row == null && !isNamed.test(key)) {
      throw new IllegalStateException("the keys of the transaction do not name " + key);
    }
    return row;
  }
}
