package io.orderingengine.examples.console;

import io.orderingengine.OrderingEngine;
import io.orderingengine.spi.OrderingStore;
import java.util.function.Function;

/** A store whose rows outlive its closing, as long as the JVM runs. */
public record MemoryPlace(OrderingStore store) implements Place {
  @Override
  public <R> R visit(Function<OrderingEngine, R> work) {
    try (OrderingEngine engine = OrderingEngine.builder().store(store).build()) {
      return work.apply(engine);
    }
  }

  @Override
  public String name() {
    return "in memory";
  }

  @Override
  public String description() {
    return name();
  }

  @Override
  public void close() {}
}
