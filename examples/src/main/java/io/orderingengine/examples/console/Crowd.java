package io.orderingengine.examples.console;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.IntConsumer;
import java.util.function.LongConsumer;

/** Many callers who start at once and share out a number of turns. */
final class Crowd {
  private static final long LOOK_EVERY_MILLIS = 50;

  private final int turns;
  private final IntConsumer turn;
  private final AtomicInteger next = new AtomicInteger();
  private final LongAdder done = new LongAdder();
  private final CountDownLatch start = new CountDownLatch(1);
  private final CountDownLatch running;
  private final AtomicReference<Throwable> failure = new AtomicReference<>();

  private Crowd(int callers, int turns, IntConsumer turn) {
    this.turns = turns;
    this.turn = turn;
    running = new CountDownLatch(callers);
  }

  /**
   * Takes all turns, and returns when the last is over.
   *
   * @param watch is told how many turns are over: at the start, now and then, and at the end
   * @throws IllegalStateException if a turn failed; no other turns were begun then
   */
  static void run(int callers, int turns, IntConsumer turn, LongConsumer watch) {
    var crowd = new Crowd(callers, turns, turn);
    for (int i = 0; i < callers; i++) {
      var caller = new Thread(crowd::call, "caller-" + i);
      caller.setDaemon(true);
      caller.start();
    }
    crowd.watch(watch);
  }

  private void call() {
    try {
      start.await();
      for (int i = next.getAndIncrement(); i < turns && isWell(); i = next.getAndIncrement()) {
        turn.accept(i);
        done.increment();
      }
    } catch (InterruptedException | RuntimeException | Error broken) {
      failure.compareAndSet(null, broken);
    } finally {
      running.countDown();
    }
  }

  private boolean isWell() {
    return failure.get() == null;
  }

  private void watch(LongConsumer watch) {
    watch.accept(0);
    start.countDown();
    try {
      while (!running.await(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS)) {
        watch.accept(done.sum());
      }
    } catch (InterruptedException interrupted) {
      failure.compareAndSet(null, interrupted);
    }
    if (!isWell()) {
      throw new IllegalStateException("a caller met " + failure.get(), failure.get());
    }
    watch.accept(done.sum());
  }
}
