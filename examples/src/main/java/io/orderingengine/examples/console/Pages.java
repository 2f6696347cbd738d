package io.orderingengine.examples.console;

import io.orderingengine.value.Page;
import io.orderingengine.value.PageRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The pages of a list, read to the end. */
public final class Pages {
  private static final int SIZE = 100;

  private Pages() {}

  /** All rows of a list, the oldest first. */
  public static <T> List<T> all(Function<PageRequest, Page<T>> list) {
    var rows = new ArrayList<T>();
    Optional<PageRequest> next = Optional.of(PageRequest.oldestFirst(SIZE));
    while (next.isPresent()) {
      Page<T> page = list.apply(next.get());
      rows.addAll(page.items());
      next = page.next();
    }
    return rows;
  }
}
