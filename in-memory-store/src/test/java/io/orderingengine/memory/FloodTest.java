package io.orderingengine.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderingengine.OrderingEngine;
import io.orderingengine.coupon.CouponId;
import io.orderingengine.coupon.CouponNotFound;
import io.orderingengine.coupon.IssuedCoupon;
import io.orderingengine.spi.Grouping;
import io.orderingengine.spi.OrderingStore;
import io.orderingengine.user.UserId;
import io.orderingengine.value.Money;
import io.orderingengine.value.Outcome;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** More commands wait than a stack has frames, or than the queue takes. */
class FloodTest {
  private static final int MOST_WAITING = 100_000;
  private static final int PATIENCE_SECONDS = 60;
  private static final UserId NOBODY = UserId.of(Long.MAX_VALUE);
  private static final CouponId NOTHING = CouponId.of(Long.MAX_VALUE);

  /** A clock that stands still for the first command, which then holds its lane. */
  private static final class HoldingClock extends Clock {
    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch go = new CountDownLatch(1);

    @Override
    public Instant instant() {
      asked.countDown();
      await(go);
      return Instant.EPOCH;
    }

    static void await(CountDownLatch latch) {
      try {
        assertThat(latch.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }

    @Override
    public ZoneId getZone() {
      return ZoneId.of("UTC");
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }

  private final HoldingClock clock = new HoldingClock();

  private OrderingEngine engine(Grouping grouping, Executor executor) {
    OrderingStore store = InMemoryStore.create();
    return OrderingEngine.builder()
        .store(store)
        .clock(clock)
        .grouping(grouping)
        .executor(executor)
        .commandTimeout(Duration.ofSeconds(PATIENCE_SECONDS))
        .build();
  }

  /** Holds the lane with a command that will be refused. */
  private CompletableFuture<Outcome<?>> holdLane(OrderingEngine engine) {
    var held = new CompletableFuture<Outcome<?>>();
    new Thread(() -> held.complete(engine.balances().charge(NOBODY, Money.of(1)))).start();
    HoldingClock.await(clock.asked);
    return held;
  }

  private static List<CompletableFuture<Outcome<IssuedCoupon>>> flood(
      OrderingEngine engine, int calls) {
    List<CompletableFuture<Outcome<IssuedCoupon>>> stages = new ArrayList<>(calls);
    for (int i = 0; i < calls; i++) {
      stages.add(engine.coupons().issueAsync(NOTHING, NOBODY).toCompletableFuture());
    }
    return stages;
  }

  private static void assertAllAnswered(List<CompletableFuture<Outcome<IssuedCoupon>>> stages)
      throws Exception {
    Outcome<IssuedCoupon> no = Outcome.rejected(new CouponNotFound(NOTHING.value()));
    Set<Outcome<IssuedCoupon>> told = new HashSet<>();
    for (CompletableFuture<Outcome<IssuedCoupon>> stage : stages) {
      told.add(stage.get(PATIENCE_SECONDS, TimeUnit.SECONDS));
    }
    assertThat(told).containsExactly(no);
  }

  /** Each is a group of its own, and the executor runs in whoever gives it a task. */
  @Test
  void aLongQueueOfGroupsIsLedWithoutAStackThatGrows() throws Exception {
    OrderingEngine engine = engine(Grouping.of(1, 1), Runnable::run);
    CompletableFuture<Outcome<?>> first = holdLane(engine);
    List<CompletableFuture<Outcome<IssuedCoupon>>> stages = flood(engine, 20_000);
    clock.go.countDown();
    assertThat(first.get(PATIENCE_SECONDS, TimeUnit.SECONDS).isAccepted()).isFalse();
    assertAllAnswered(stages);
    engine.close();
  }

  @Test
  void aFullQueueRefusesTheNext() throws Exception {
    OrderingEngine engine = engine(Grouping.of(1, 1_000), ForkJoinPool.commonPool());
    CompletableFuture<Outcome<?>> first = holdLane(engine);
    List<CompletableFuture<Outcome<IssuedCoupon>>> stages = flood(engine, MOST_WAITING);
    assertThat(engine.coupons().issueAsync(NOTHING, NOBODY))
        .failsWithin(Duration.ofSeconds(PATIENCE_SECONDS))
        .withThrowableThat()
        .withCauseInstanceOf(RejectedExecutionException.class);
    assertThatThrownBy(() -> engine.balances().charge(NOBODY, Money.of(1)))
        .isInstanceOf(RejectedExecutionException.class)
        .hasMessageContaining("waiting already");
    assertThat(stages.stream().anyMatch(CompletableFuture::isDone))
        .as("whether one of those before is answered")
        .isFalse();
    clock.go.countDown();
    assertThat(first.get(PATIENCE_SECONDS, TimeUnit.SECONDS).isAccepted()).isFalse();
    assertAllAnswered(stages);
    assertThat(engine.balances().charge(NOBODY, Money.of(1)).isAccepted()).isFalse();
    engine.close();
  }
}
