package io.orderingengine.benchmarks;

import io.orderingengine.order.Order;
import io.orderingengine.spi.OrderRows;
import io.orderingengine.value.Outcome;
import java.util.Arrays;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
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

/** Checkouts of three lines under an idempotency key, on the in-memory store and on bare maps. */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(value = 1, jvmArgsAppend = "-Xmx8g")
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class InMemoryCheckoutBenchmark {

  /** A shop that is opened anew for each iteration, for its orders stay in memory. */
  @State(Scope.Benchmark)
  public static class OpenShop {
    /** Whether all callers want one SKU, or each some of many. */
    @Param({"uniform", "hot"})
    public String workload = "uniform";

    private Shop shop = Shop.open();

    @Setup(Level.Iteration)
    public void open() {
      shop = Shop.open();
    }

    @TearDown(Level.Iteration)
    public void close() {
      shop.close();
    }
  }

  /** The floor, opened anew for each iteration as well. */
  @State(Scope.Thread)
  public static class OpenBareShop {
    private static final int MANY = 10_000;
    private static final long PLENTY = 1_000_000_000_000L;

    private BareShop shop = new BareShop();
    private final long[] users = new long[MANY];
    private final long[] skus = new long[MANY];
    private long key;

    @Setup(Level.Iteration)
    public void open() {
      shop = new BareShop();
      Arrays.setAll(users, i -> shop.addUser(PLENTY));
      Arrays.setAll(skus, i -> shop.addDetail(10, PLENTY));
    }

    private long user() {
      return users[ThreadLocalRandom.current().nextInt(MANY)];
    }

    private long sku() {
      return skus[ThreadLocalRandom.current().nextInt(MANY)];
    }
  }

  @Benchmark
  @Threads(1)
  public @Nullable OrderRows bareMaps(OpenBareShop bare, OpenWorkload load) {
    long first = load.workload.equals("hot") ? bare.skus[0] : bare.sku();
    long[] skus = {first, bare.sku(), bare.sku()};
    return bare.shop.checkout(bare.user(), skus, Long.toString(bare.key++));
  }

  /** Only the workload, without a shop of the engine's. */
  @State(Scope.Benchmark)
  public static class OpenWorkload {
    @Param({"uniform", "hot"})
    public String workload = "uniform";
  }

  @Benchmark
  @Threads(1)
  public Outcome<Order> oneCaller(OpenShop open) {
    return open.shop.checkout(open.workload.equals("hot"));
  }

  @Benchmark
  @Threads(2)
  public Outcome<Order> twoCallers(OpenShop open) {
    return open.shop.checkout(open.workload.equals("hot"));
  }

  @Benchmark
  @Threads(16)
  public Outcome<Order> sixteenCallers(OpenShop open) {
    return open.shop.checkout(open.workload.equals("hot"));
  }
}
