package io.orderingengine.benchmarks;

import io.orderingengine.order.Order;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The time of 160,000 checkouts, shared by all callers: three lines, a coupon, the expected total
 * and an idempotency key, on the in-memory store. Each iteration has a shop of its own, for orders
 * stay in memory and a coupon can be used once.
 */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(
    value = 1,
    jvmArgsAppend = {"-Xms6g", "-Xmx6g"})
public class InMemoryCheckoutBenchmark {
  private static final int CHECKOUTS = 160_000;
  private static final int WARM_UP = 3;
  private static final int ROUNDS = 5;

  /** Whether all callers want one SKU, or each some of many. */
  @State(Scope.Benchmark)
  public static class Workload {
    @Param({"uniform", "hot"})
    public String workload = "uniform";

    boolean isHot() {
      return workload.equals("hot");
    }
  }

  /** A shop of the engine's. */
  @State(Scope.Benchmark)
  public static class OpenShop {
    private Shop shop = Shop.open(0);

    @Setup(Level.Iteration)
    public void open() {
      shop = Shop.open(CHECKOUTS);
      System.gc();
    }

    @TearDown(Level.Iteration)
    public void close() {
      shop.close();
    }
  }

  @Benchmark
  @Threads(1)
  @Warmup(iterations = WARM_UP, batchSize = CHECKOUTS)
  @Measurement(iterations = ROUNDS, batchSize = CHECKOUTS)
  public Order oneCaller(OpenShop open, Workload load) {
    return open.shop.checkout(load.isHot()).orElseThrow();
  }

  @Benchmark
  @Threads(2)
  @Warmup(iterations = WARM_UP, batchSize = CHECKOUTS / 2)
  @Measurement(iterations = ROUNDS, batchSize = CHECKOUTS / 2)
  public Order twoCallers(OpenShop open, Workload load) {
    return open.shop.checkout(load.isHot()).orElseThrow();
  }

  @Benchmark
  @Threads(16)
  @Warmup(iterations = WARM_UP, batchSize = CHECKOUTS / 16)
  @Measurement(iterations = ROUNDS, batchSize = CHECKOUTS / 16)
  public Order sixteenCallers(OpenShop open, Workload load) {
    return open.shop.checkout(load.isHot()).orElseThrow();
  }
}
