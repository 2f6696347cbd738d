package io.orderingengine.memory;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Every row of every table by its id: as all tables draw their ids from one sequence, an id is an
 * index, and a look-up is two loads without a hash, a box or a chain. Pages appear as ids are used;
 * an id costs 4 bytes, used or not.
 *
 * <p>Any thread reads; one at a time writes. What was put is safely published.
 */
final class RowDirectory {
  private static final int BITS = 10;
  private static final int PAGE = 1 << BITS;

  private volatile Page[] pages = new Page[16];

  @Nullable Object get(long id) {
    Page[] all = pages;
    long index = id >>> BITS;
    Page page = index < all.length ? all[(int) index] : null;
    return page == null ? null : page.getAcquire((int) id & (PAGE - 1));
  }

  /** The next id that may have a row, or the end; whole pages without a row are passed over. */
  long next(long id, long end) {
    Page[] all = pages;
    long next = id >= end ? end : id + 1;
    while (next < end && (next >>> BITS) < all.length && all[(int) (next >>> BITS)] == null) {
      next = ((next >>> BITS) + 1) << BITS;
    }
    return (next >>> BITS) < all.length ? Math.min(next, end) : end;
  }

  void put(long id, Object row) {
    page((int) (id >>> BITS)).setRelease((int) id & (PAGE - 1), row);
  }

  private Page page(int index) {
    Page[] all = pages;
    if (index >= all.length) {
      all = Arrays.copyOf(all, Math.max(index + 1, all.length * 2));
    }
    if (all[index] == null) {
      all[index] = new Page();
      pages = all;
    }
    return all[index];
  }

  private static final class Page extends AtomicReferenceArray<@Nullable Object> {
    private static final long serialVersionUID = 1;

    Page() {
      super(PAGE);
    }
  }
}
