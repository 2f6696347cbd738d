package io.orderingengine.contract;

import io.orderingengine.OrderingEngine;
import io.orderingengine.OrderingEngineBuilder;
import io.orderingengine.contract.StagedStore.Step;
import io.orderingengine.spi.OrderingStore;
import io.orderingengine.spi.Rows;
import io.orderingengine.user.UserId;
import io.orderingengine.value.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * An engine whose commands meet in groups as a test wants them to: it takes a lane with a command
 * that changes nothing, makes the calls one after the other while they have to wait, and lets go.
 */
public final class GroupedEngine implements AutoCloseable {
  private static final UserId NOBODY = UserId.of(Long.MAX_VALUE);

  private final StagedStore staged;
  private final OrderingEngine engine;
  private final List<Hold> holds = new ArrayList<>();

  private GroupedEngine(StagedStore staged, OrderingEngine engine) {
    this.staged = staged;
    this.engine = engine;
  }

  public static GroupedEngine over(
      OrderingStore store, UnaryOperator<OrderingEngineBuilder> settings) {
    var staged = new StagedStore(store);
    return new GroupedEngine(
        staged, settings.apply(OrderingEngine.builder().store(staged)).build());
  }

  public OrderingEngine engine() {
    return engine;
  }

  /** Lets commands see their locked rows through this. */
  public void seeThrough(UnaryOperator<Rows> lens) {
    staged.through(lens);
  }

  /** How many transactions there were since the lane was taken. */
  public int transactions() {
    return staged.seen().size();
  }

  StagedStore staged() {
    return staged;
  }

  /** Holds each transaction that comes to the step. */
  Hold holdAt(Step step) {
    var hold = new Hold();
    holds.add(hold);
    staged.at(step, hold);
    return hold;
  }

  /** Takes a lane, with a transaction that is over but for being told so. */
  Hold takeLane() {
    Hold hold = holdAt(Step.END);
    start(() -> engine.balances().charge(NOBODY, Money.of(1)));
    hold.awaitHeld(1);
    staged.forget();
    return hold;
  }

  <R> Calling<R> start(Supplier<R> call) {
    return new Calling<>(call);
  }

  /** Makes a call that has to wait for a lane, or is answered without one. */
  <R> Calling<R> queue(Supplier<R> call) {
    Calling<R> queued = start(call);
    queued.awaitQueuedOrDone();
    return queued;
  }

  /** Makes calls that come in this order while the one lane is taken: they are the next group. */
  public <R> List<Calling<R>> together(List<? extends Supplier<R>> calls) {
    Hold lane = takeLane();
    List<Calling<R>> queued = new ArrayList<>();
    for (Supplier<R> call : calls) {
      queued.add(queue(call));
    }
    lane.letGo();
    return queued;
  }

  /** Lets all go that are held. */
  @Override
  public void close() {
    holds.forEach(Hold::letGo);
    engine.close();
  }
}
