package io.orderingengine.memory;

import io.orderingengine.spi.Row;
import java.util.List;

/** Rows in ascending id order, as {@link io.orderingengine.spi.Changes} hands them over. */
final class Ascending {
  private Ascending() {}

  static boolean contains(List<? extends Row> rows, long id) {
    return indexOf(rows, id) >= 0;
  }

  /** The index of the row with the id, or a negative number. */
  static int indexOf(List<? extends Row> rows, long id) {
    int low = 0;
    int high = rows.size() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int order = Long.compare(rows.get(middle).id(), id);
      if (order == 0) {
        return middle;
      }
      low = order < 0 ? middle + 1 : low;
      high = order < 0 ? high : middle - 1;
    }
    return -1;
  }
}
