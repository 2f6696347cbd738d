package io.orderingengine.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderingengine.OrderingEngine;
import io.orderingengine.catalog.ProductDetailId;
import io.orderingengine.contract.StagedStore.Step;
import io.orderingengine.order.Checkout;
import io.orderingengine.order.Order;
import io.orderingengine.spi.Grouping;
import io.orderingengine.spi.Row;
import io.orderingengine.spi.StoreTimeoutException;
import io.orderingengine.user.UserId;
import io.orderingengine.value.Money;
import io.orderingengine.value.Outcome;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Commands that are not run: too late, after the close, or from inside another. */
public abstract class GroupEndsContract extends GroupContract {
  private static final Duration SHORT = Duration.ofMillis(200);

  private static void assertClosed(Throwable failure) {
    assertThat(failure).isInstanceOf(IllegalStateException.class).hasMessageContaining("closed");
  }

  @Test
  void closeFinishesTheRunningGroupFailsTheQueuedAndRefusesTheNext() {
    groups = open(ONE_LANE, builder -> builder.executor(task -> new Thread(task).start()));
    List<UserId> users = users(4);
    ProductDetailId red = option(0, 5);
    Hold commit = groups.holdAt(Step.COMMIT);
    CompletionStage<Outcome<Order>> running =
        groups.engine().orders().checkoutAsync(cart(users.get(0), red, 1));
    commit.awaitHeld(1);
    Calling<Outcome<?>> queued = groups.queue(charge(users.get(1)));
    CompletionStage<Outcome<Order>> queuedAsync =
        groups.engine().orders().checkoutAsync(cart(users.get(2), red, 1));
    Calling<?> closing = groups.start(this::closeEngine);
    assertClosed(queued.failure());
    assertClosed(failure(queuedAsync));
    assertClosed(groups.start(charge(users.get(3))).failure());
    assertClosed(failure(groups.engine().orders().checkoutAsync(cart(users.get(3), red, 1))));
    assertThat(oneEndsInAMoment(Stream.of(closing.answer(), running.toCompletableFuture())))
        .as("whether the close, or the running command, ends before the commit")
        .isFalse();
    commit.letGo();
    assertThat(get(running).isAccepted()).isTrue();
    assertThat(closing.failure()).isNull();
    assertThat(users.stream().map(this::balance)).containsOnly(0L);
    assertThat(stock(red)).as("units left by the one that ran").isEqualTo(4);
  }

  private Void closeEngine() {
    groups.engine().close();
    return null;
  }

  /** Ends by itself, in the face of a store that never answers. */
  @Test
  void closeWaitsNoLongerThanACommandMayTake() {
    groups = open(ONE_LANE, builder -> builder.commandTimeout(SHORT));
    Hold begin = groups.holdAt(Step.BEGIN);
    groups.start(charge(user(0)));
    begin.awaitHeld(1);
    long start = System.nanoTime();
    assertThat(groups.start(this::closeEngine).failure()).isNull();
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(SHORT);
  }

  @Test
  void whoWaitsTooLongIsAnsweredUnrun() {
    groups = open(ONE_LANE, builder -> builder.commandTimeout(SHORT));
    UserId ada = user(10);
    ProductDetailId red = option(1, 5);
    Hold lane = groups.takeLane();
    CompletionStage<Outcome<Order>> async =
        groups.engine().orders().checkoutAsync(cart(ada, red, 1));
    Calling<Outcome<?>> late = groups.queue(charge(ada));
    List<Row> before = rows();
    assertThat(late.failure())
        .as("a caller, while the lane is still taken")
        .isInstanceOf(StoreTimeoutException.class);
    lane.letGo();
    assertThat(failure(async)).isInstanceOf(StoreTimeoutException.class);
    assertThat(groups.staged().seen()).as("transactions of those who were late").isEmpty();
    assertThat(rows()).isEqualTo(before);
    assertLaneWorks();
  }

  /** A leader that is late itself runs those who are not. */
  @Test
  void whoIsLateHoldsNobodyBack() {
    Duration aWhile = Duration.ofMillis(500);
    groups = open(ONE_LANE, builder -> builder.commandTimeout(aWhile));
    UserId ada = user(10);
    ProductDetailId red = option(1, 5);
    Hold lane = groups.takeLane();
    CompletionStage<Outcome<Order>> late =
        groups.engine().orders().checkoutAsync(cart(ada, red, 1));
    assertThat(groups.queue(charge(ada)).failure()).isInstanceOf(StoreTimeoutException.class);
    CompletionStage<Outcome<Order>> inTime =
        groups.engine().orders().checkoutAsync(cart(ada, red, 2));
    lane.letGo();
    assertThat(failure(late)).isInstanceOf(StoreTimeoutException.class);
    assertThat(get(inTime).isAccepted()).isTrue();
    assertThat(stock(red)).isEqualTo(3);
  }

  // calls from inside

  private static void refusedWithin(Queue<Throwable> refusals, Runnable call) {
    try {
      call.run();
    } catch (IllegalStateException refused) {
      refusals.add(refused);
    }
  }

  /** Makes one call of each kind, and keeps what each was refused with. */
  private static void callBack(OrderingEngine engine, UserId user, Queue<Throwable> refusals) {
    refusedWithin(refusals, () -> engine.balances().charge(user, Money.of(1)));
    refusedWithin(refusals, () -> engine.users().find(user));
    Checkout cart = Checkout.by(user).item(ProductDetailId.of(Long.MAX_VALUE), 1);
    engine
        .orders()
        .checkoutAsync(cart)
        .exceptionally(
            refused -> {
              refusals.add(refused);
              return null;
            });
  }

  private void assertRefusedInside(Grouping grouping) {
    Queue<Throwable> refusals = new ConcurrentLinkedQueue<>();
    var inside =
        new Clock() {
          private volatile Runnable call = () -> {};

          @Override
          public Instant instant() {
            call.run();
            return clock.instant();
          }

          @Override
          public ZoneId getZone() {
            return clock.getZone();
          }

          @Override
          public Clock withZone(ZoneId zone) {
            return this;
          }
        };
    groups = open(grouping, builder -> builder.clock(inside));
    UserId ada = user(0);
    Runnable callBack = () -> callBack(groups.engine(), ada, refusals);
    groups.staged().at(Step.WRITE, any -> callBack.run());
    assertThat(charge(ada).get().isAccepted()).isTrue();
    assertInside(refusals, "the store's transaction");
    groups.staged().at(Step.WRITE, any -> {});
    inside.call = callBack;
    assertThat(charge(ada).get().isAccepted()).isTrue();
    assertInside(refusals, "the clock");
    inside.call = () -> {};
    groups.staged().beforeQueries(callBack);
    assertThat(groups.engine().users().find(ada)).isPresent();
    assertInside(refusals, "the store's queries");
    groups.staged().beforeQueries(() -> {});
    assertThat(balance(ada)).isEqualTo(2);
    assertThat(charge(ada).get().isAccepted()).as("afterwards").isTrue();
  }

  private static void assertInside(Queue<Throwable> refusals, String where) {
    assertThat(refusals)
        .as("calls refused from inside " + where)
        .hasSize(3)
        .allSatisfy(
            refused ->
                assertThat(refused)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("inside"));
    refusals.clear();
  }

  @Test
  void aCallFromInsideAGroupIsRefused() {
    assertRefusedInside(ONE_LANE);
  }

  @Test
  void aCallFromInsideACommandThatRunsAloneIsRefused() {
    assertRefusedInside(Grouping.none());
  }
}
