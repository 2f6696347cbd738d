package io.orderingengine.benchmarks;

import io.orderingengine.OrderingEngine;
import io.orderingengine.balance.Balance;
import io.orderingengine.memory.InMemoryStore;
import io.orderingengine.spi.Grouping;
import io.orderingengine.user.NewUser;
import io.orderingengine.user.UserId;
import io.orderingengine.value.Money;
import io.orderingengine.value.Outcome;
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
 * What groups cost where they gain nothing: the smallest command, one row for all callers, on a
 * store that commits in no time. With one lane each transaction is handed from thread to thread.
 */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(value = 1, jvmArgsAppend = "-Xmx6g")
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class HandOverBenchmark {
  private static final Money ONE = Money.of(1);
  private static final int ROWS = 1_000;

  /** An engine anew for each iteration, for the history of a balance stays in memory. */
  @State(Scope.Benchmark)
  public static class OneBalance {
    /** How many groups run side by side; none shares a transaction where there are 0. */
    @Param({"0", "1"})
    public int lanes;

    private OrderingEngine engine = open();
    private UserId user = UserId.of(1);

    private OrderingEngine open() {
      Grouping grouping = lanes == 0 ? Grouping.none() : Grouping.of(lanes, ROWS);
      return OrderingEngine.builder().store(InMemoryStore.create()).grouping(grouping).build();
    }

    @Setup(Level.Iteration)
    public void reopen() {
      engine.close();
      engine = open();
      user = engine.users().register(NewUser.named("Ada")).orElseThrow().id();
    }

    @TearDown
    public void close() {
      engine.close();
    }

    private Outcome<Balance> charge() {
      return engine.balances().charge(user, ONE);
    }
  }

  @Benchmark
  @Threads(1)
  public Outcome<Balance> oneCaller(OneBalance balance) {
    return balance.charge();
  }

  @Benchmark
  @Threads(2)
  public Outcome<Balance> twoCallers(OneBalance balance) {
    return balance.charge();
  }

  @Benchmark
  @Threads(16)
  public Outcome<Balance> sixteenCallers(OneBalance balance) {
    return balance.charge();
  }
}
