package io.orderingengine.jdbi;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/** Gathers the rows of a join: each parent, which comes once for each child, with its children. */
final class Gathering<P, C> {
  private final Map<P, List<C>> children = new LinkedHashMap<>();

  void add(P parent, C child) {
    children.computeIfAbsent(parent, none -> new ArrayList<>()).add(child);
  }

  <R> List<R> toList(BiFunction<P, List<C>, R> result) {
    List<R> results = new ArrayList<>(children.size());
    children.forEach((parent, own) -> results.add(result.apply(parent, List.copyOf(own))));
    return List.copyOf(results);
  }
}
