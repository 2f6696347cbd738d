package io.orderingengine.spi;

import java.util.Arrays;
import java.util.Collection;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.LongStream;

/** A set of row ids in ascending order. Immutable. */
public final class RowIds {
  private static final RowIds NONE = new RowIds(new long[0]);

  private final long[] sorted;

  private RowIds(long[] sorted) {
    this.sorted = sorted;
  }

  public static RowIds none() {
    return NONE;
  }

  public static RowIds of(long id) {
    return new RowIds(new long[] {id});
  }

  /** The distinct ids that the items name. */
  public static <T> RowIds of(Collection<? extends T> items, ToLongFunction<? super T> id) {
    long[] ids = new long[items.size()];
    int i = 0;
    for (T item : items) {
      ids[i++] = id.applyAsLong(item);
    }
    return ids.length == 0 ? NONE : sorted(ids);
  }

  /** The distinct ids of all the sets that the items name. */
  public static <T> RowIds union(Collection<? extends T> items, Function<? super T, RowIds> ids) {
    return of(
        items.stream().flatMapToLong(item -> LongStream.of(ids.apply(item).sorted)).toArray());
  }

  /** The distinct ids of an array, which is copied. */
  public static RowIds of(long... ids) {
    return sorted(ids.clone());
  }

  private static RowIds sorted(long[] ids) {
    Arrays.sort(ids);
    return new RowIds(distinct(ids));
  }

  private static long[] distinct(long[] sorted) {
    int kept = 0;
    for (int i = 0; i < sorted.length; i++) {
      if (i == 0 || sorted[i] != sorted[i - 1]) {
        sorted[kept++] = sorted[i];
      }
    }
    return kept == sorted.length ? sorted : Arrays.copyOf(sorted, kept);
  }

  public int size() {
    return sorted.length;
  }

  public boolean isEmpty() {
    return sorted.length == 0;
  }

  public long get(int index) {
    return sorted[index];
  }

  public boolean contains(long id) {
    return Arrays.binarySearch(sorted, id) >= 0;
  }

  /** All ids of both. */
  public RowIds and(RowIds others) {
    if (isEmpty() || others.isEmpty()) {
      return isEmpty() ? others : this;
    }
    long[] both = Arrays.copyOf(sorted, sorted.length + others.sorted.length);
    System.arraycopy(others.sorted, 0, both, sorted.length, others.sorted.length);
    return of(both);
  }

  /** A new array of the ids, ascending. */
  public long[] toArray() {
    return sorted.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof RowIds ids && Arrays.equals(sorted, ids.sorted);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(sorted);
  }

  @Override
  public String toString() {
    return Arrays.toString(sorted);
  }
}
