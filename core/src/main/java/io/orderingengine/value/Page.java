package io.orderingengine.value;

import io.orderingengine.check.Require;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * One page of a list. Immutable.
 *
 * @param items the rows of this page, in the order asked for
 * @param next the request for the page that follows; empty on the last page
 */
public record Page<T>(List<T> items, Optional<PageRequest> next) {
  public Page {
    items = List.copyOf(Require.present("items", items));
    Require.present("next", next);
  }

  /** The same page with another view of its items. */
  public <R> Page<R> map(Function<? super T, ? extends R> view) {
    return new Page<>(items.stream().<R>map(view).toList(), next);
  }
}
