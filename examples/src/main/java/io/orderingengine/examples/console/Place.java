package io.orderingengine.examples.console;

import io.orderingengine.OrderingEngine;
import java.util.function.Function;

/** A place for the rows of one run: empty at first, and given up at the end. */
public interface Place extends AutoCloseable {

  /** Opens an engine on the rows, and closes it after the work with all that belongs to it. */
  <R> R visit(Function<OrderingEngine, R> work);

  /** For a headline, such as {@code in memory} or {@code on H2 2.5.252}. */
  String name();

  /** The name and what else should be known of the place. */
  String description();

  @Override
  void close();
}
