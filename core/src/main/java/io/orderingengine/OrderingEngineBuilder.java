package io.orderingengine;

import io.orderingengine.check.Require;
import io.orderingengine.internal.Shop;
import io.orderingengine.spi.Grouping;
import io.orderingengine.spi.OrderingStore;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** Builds an {@link OrderingEngine}; only the store must be given. Not thread-safe. */
public final class OrderingEngineBuilder {
  private @Nullable OrderingStore store;
  private @Nullable Grouping grouping;
  private Clock clock = Clock.systemUTC();
  private @Nullable Executor executor;
  private Duration commandTimeout = Duration.ofSeconds(10);
  private Duration unpaidFor = Duration.ofMinutes(30);

  OrderingEngineBuilder() {}

  /** Where the rows are kept. The engine closes it. */
  public OrderingEngineBuilder store(OrderingStore store) {
    this.store = Require.present("store", store);
    return this;
  }

  /** The time of every decision, in microseconds; the system's unless told otherwise. */
  public OrderingEngineBuilder clock(Clock clock) {
    this.clock = Require.present("clock", clock);
    return this;
  }

  /**
   * Where the {@code Async} calls run: virtual threads where the JVM has them, else the common
   * pool, unless told otherwise. The engine never shuts it down. A pool of few threads should not
   * make waiting calls of the engine on them too: async calls would wait for a thread that waits.
   */
  public OrderingEngineBuilder executor(Executor executor) {
    this.executor = Require.present("executor", executor);
    return this;
  }

  /**
   * How commands share transactions; what the store knows to be best unless told otherwise. In the
   * host's transactions nothing is shared.
   */
  public OrderingEngineBuilder grouping(Grouping grouping) {
    this.grouping = Require.present("grouping", grouping);
    return this;
  }

  /**
   * For how long a command that met a conflict may be run again, and for how long {@link
   * OrderingEngine#close} waits for calls under way; 10 seconds unless told otherwise.
   */
  public OrderingEngineBuilder commandTimeout(Duration timeout) {
    commandTimeout = Require.positive("commandTimeout", timeout);
    return this;
  }

  /** How long a placed order may stay unpaid; 30 minutes unless told otherwise. */
  public OrderingEngineBuilder unpaidOrdersExpireAfter(Duration time) {
    unpaidFor = Require.positive("unpaidOrdersExpireAfter", time);
    return this;
  }

  public OrderingEngine build() {
    if (store == null) {
      throw new IllegalStateException(
          "an engine needs a store: call store(InMemoryStore.create()), or give a store of yours");
    }
    Executor async = executor == null ? DefaultExecutor.get() : executor;
    Grouping groups = grouping == null ? store.grouping() : grouping;
    return new ShopEngine(
        new Shop(store, new Shop.Settings(clock, async, groups, commandTimeout, unpaidFor)));
  }
}
