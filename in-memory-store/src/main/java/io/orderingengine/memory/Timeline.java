package io.orderingengine.memory;

import io.orderingengine.spi.Keyset;
import io.orderingengine.spi.Row;
import io.orderingengine.value.Position;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * A list kept in the order of creation time and id. Almost every element is added at its end: the
 * place of the last one is kept at hand, to add the next without reading it. Guarded by the commit
 * lock.
 */
final class Timeline<E> {
  private static final Object[] NOTHING = {};

  private final Function<E, Row> row;
  private Object[] elements = NOTHING;
  private int size;
  private long lastTime = Long.MIN_VALUE;
  private long lastId;

  Timeline(Function<E, Row> row) {
    this.row = row;
  }

  void add(E element) {
    if (size == elements.length) {
      elements = Arrays.copyOf(elements, size + (size >> 1) + 1);
    }
    Row added = row.apply(element);
    long time = Micros.of(added.createdAt());
    if (time > lastTime || (time == lastTime && added.id() > lastId)) {
      elements[size++] = element;
      lastTime = time;
      lastId = added.id();
    } else {
      insert(firstAfter(added.createdAt(), added.id()), element);
    }
  }

  private void insert(int index, E element) {
    System.arraycopy(elements, index, elements, index + 1, size - index);
    elements[index] = element;
    size++;
  }

  @SuppressWarnings("unchecked") // only elements are in there
  private E get(int index) {
    return (E) elements[index];
  }

  /** The index of the first element behind a place. */
  private int firstAfter(Instant createdAt, long id) {
    return first(createdAt, id, 1);
  }

  /** The index of the first element at a place or behind it. */
  private int firstFrom(Instant createdAt, long id) {
    return first(createdAt, id, 0);
  }

  private int first(Instant createdAt, long id, int least) {
    int low = 0;
    int high = size;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (compare(middle, createdAt, id) >= least) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  private int compare(int index, Instant createdAt, long id) {
    Row other = row.apply(get(index));
    int byTime = other.createdAt().compareTo(createdAt);
    return byTime != 0 ? byTime : Long.compare(other.id(), id);
  }

  <R> List<R> page(Keyset keyset, Function<? super E, R> view) {
    return keyset.newestFirst() ? backward(keyset, view) : forward(keyset, view);
  }

  private <R> List<R> forward(Keyset keyset, Function<? super E, R> view) {
    Position after = keyset.after();
    var rows = new ArrayList<R>();
    int from = after == null ? 0 : firstAfter(after.createdAt(), after.id());
    for (int i = from; i < size && rows.size() < keyset.limit(); i++) {
      rows.add(view.apply(get(i)));
    }
    return rows;
  }

  private <R> List<R> backward(Keyset keyset, Function<? super E, R> view) {
    Position after = keyset.after();
    int end = after == null ? size : firstFrom(after.createdAt(), after.id());
    var rows = new ArrayList<R>();
    for (int i = end - 1; i >= 0 && rows.size() < keyset.limit(); i--) {
      rows.add(view.apply(get(i)));
    }
    return rows;
  }
}
