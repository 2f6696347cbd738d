package io.orderingengine.jdbi;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The rows that were found of those that one kind of keys named. */
final class Named<K, R> {
  private final Set<K> keys;
  private final Map<K, R> found = new HashMap<>();

  Named(Set<K> keys) {
    this.keys = keys;
  }

  void put(K key, R row) {
    found.put(key, row);
  }

  /** The row, or null if there is none; an error if it was not named. */
  @Nullable R get(K key) {
    if (!keys.contains(key)) {
      throw new IllegalStateException("the keys of the transaction do not name " + key);
    }
    return found.get(key);
  }
}
