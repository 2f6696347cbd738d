package io.orderingengine.internal;

import io.orderingengine.balance.Balances;
import io.orderingengine.catalog.Catalog;
import io.orderingengine.coupon.Coupons;
import io.orderingengine.internal.execution.DirectExecution;
import io.orderingengine.internal.execution.Execution;
import io.orderingengine.internal.execution.GroupedExecution;
import io.orderingengine.internal.execution.Lifecycle;
import io.orderingengine.internal.execution.MicrosecondClock;
import io.orderingengine.order.Orders;
import io.orderingengine.spi.Grouping;
import io.orderingengine.spi.OrderingStore;
import io.orderingengine.user.Users;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executor;

/** All features over one store: what the engine puts its interfaces in front of. Thread-safe. */
public final class Shop {
  private final Gate gate;
  private final Duration timeout;
  private final Users users;
  private final Catalog catalog;
  private final Coupons coupons;
  private final Balances balances;
  private final Orders orders;

  /** What the host may set. */
  public record Settings(
      Clock clock, Executor executor, Grouping grouping, Duration timeout, Duration unpaidFor) {}

  public Shop(OrderingStore store, Settings settings) {
    var clock = new MicrosecondClock(settings.clock());
    timeout = settings.timeout();
    var lifecycle = new Lifecycle();
    Execution execution = execution(store, clock, settings, lifecycle);
    gate = new Gate(store, execution, clock, settings.executor(), lifecycle);
    users = new EngineUsers(gate);
    catalog = new EngineCatalog(gate);
    coupons = new EngineCoupons(gate);
    balances = new EngineBalances(gate);
    orders = new EngineOrders(gate, settings.unpaidFor());
  }

  private static Execution execution(
      OrderingStore store, MicrosecondClock clock, Settings settings, Lifecycle lifecycle) {
    Duration timeout = settings.timeout();
    Executor executor = settings.executor();
    return store.joinsTransactions() || settings.grouping().isNone()
        ? new DirectExecution(store, clock, timeout, executor, lifecycle)
        : new GroupedExecution(store, clock, timeout, executor, settings.grouping());
  }

  public Users users() {
    return users;
  }

  public Catalog catalog() {
    return catalog;
  }

  public Coupons coupons() {
    return coupons;
  }

  public Balances balances() {
    return balances;
  }

  public Orders orders() {
    return orders;
  }

  /** Refuses new calls, waits for those under way as long as one may take, and closes the store. */
  public void close() {
    gate.close(timeout);
  }
}
