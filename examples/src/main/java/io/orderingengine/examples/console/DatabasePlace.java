package io.orderingengine.examples.console;

import com.zaxxer.hikari.HikariDataSource;
import io.orderingengine.OrderingEngine;
import java.util.function.Function;

/**
 * Tables in a database.
 *
 * @param product the database and its version
 * @param where where it is, to be read after its name
 * @param end what is left to do when the run is over
 */
record DatabasePlace(Tables tables, String product, String where, Runnable end) implements Place {

  /** Each visit has a pool of its own, so that what comes later reads what was really kept. */
  @Override
  public <R> R visit(Function<OrderingEngine, R> work) {
    try (HikariDataSource pool = tables.pool();
        OrderingEngine engine = OrderingEngine.builder().store(tables.open(pool)).build()) {
      return work.apply(engine);
    }
  }

  @Override
  public String name() {
    return "on " + product;
  }

  @Override
  public String description() {
    return name() + where;
  }

  @Override
  public void close() {
    end.run();
  }
}
