package io.orderingengine.memory;

import io.orderingengine.spi.Keyset;
import io.orderingengine.spi.Row;
import io.orderingengine.value.Position;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntPredicate;

/**
 * A list kept in the order of creation time and id. Almost every element is added at its end.
 * Guarded by the commit lock.
 */
final class Timeline<E> {
  private final Function<E, Row> row;
  private final ArrayList<E> elements = new ArrayList<>(0);

  Timeline(Function<E, Row> row) {
    this.row = row;
  }

  void add(E element) {
    Row added = row.apply(element);
    elements.add(firstAfter(added.createdAt(), added.id()), element);
  }

  /** The index of the first element behind a place. */
  private int firstAfter(Instant createdAt, long id) {
    return first(index -> compare(index, createdAt, id) > 0);
  }

  /** The index of the first element at a place or behind it. */
  private int firstFrom(Instant createdAt, long id) {
    return first(index -> compare(index, createdAt, id) >= 0);
  }

  private int compare(int index, Instant createdAt, long id) {
    Row other = row.apply(elements.get(index));
    int byTime = other.createdAt().compareTo(createdAt);
    return byTime != 0 ? byTime : Long.compare(other.id(), id);
  }

  /** The first index from which on the predicate holds; looks at the end first. */
  private int first(IntPredicate holds) {
    int low = 0;
    int high = elements.size();
    if (high > 0 && !holds.test(high - 1)) {
      return high;
    }
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (holds.test(middle)) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  <R> List<R> page(Keyset keyset, Function<? super E, R> view) {
    return keyset.newestFirst() ? backward(keyset, view) : forward(keyset, view);
  }

  private <R> List<R> forward(Keyset keyset, Function<? super E, R> view) {
    Position after = keyset.after();
    var rows = new ArrayList<R>();
    int from = after == null ? 0 : firstAfter(after.createdAt(), after.id());
    for (int i = from; i < elements.size() && rows.size() < keyset.limit(); i++) {
      rows.add(view.apply(elements.get(i)));
    }
    return rows;
  }

  private <R> List<R> backward(Keyset keyset, Function<? super E, R> view) {
    Position after = keyset.after();
    int end = after == null ? elements.size() : firstFrom(after.createdAt(), after.id());
    var rows = new ArrayList<R>();
    for (int i = end - 1; i >= 0 && rows.size() < keyset.limit(); i--) {
      rows.add(view.apply(elements.get(i)));
    }
    return rows;
  }
}
