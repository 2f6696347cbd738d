package io.orderingengine.benchmarks.compare;

import io.orderingengine.benchmarks.compare.arm.Arm;
import io.orderingengine.benchmarks.compare.workload.Requests;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;

/** Callers in a closed loop, each on a thread of its own. */
final class Crowd {
  private final Requests requests;
  private final AtomicInteger next;
  private final List<Caller> callers;
  private final CountDownLatch start = new CountDownLatch(1);
  private final CountDownLatch gone;
  private volatile boolean stopped;
  private volatile boolean measured;

  /** Callers whose first request has this number. */
  Crowd(int size, Arm arm, Requests requests, int first) {
    this.requests = requests;
    next = new AtomicInteger(first);
    callers = Stream.generate(() -> new Caller(arm, requests, this)).limit(size).toList();
    gone = new CountDownLatch(size);
  }

  void start() {
    for (int i = 0; i < callers.size(); i++) {
      Caller caller = callers.get(i);
      new Thread(() -> live(caller), "caller " + i).start();
    }
    start.countDown();
  }

  private void live(Caller caller) {
    try {
      start.await();
      caller.run();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      gone.countDown();
    }
  }

  /** The number of the next request, or a negative one if there is to be none. */
  int next() {
    int number = stopped ? -1 : next.getAndIncrement();
    return number < requests.size() ? number : -1;
  }

  boolean isMeasured() {
    return measured;
  }

  void measure(boolean on) {
    measured = on;
  }

  void stop() {
    stopped = true;
  }

  /** Waits, but not longer than there are callers with something to ask for. */
  void await(Duration time) throws InterruptedException {
    boolean early = gone.await(time.toNanos(), TimeUnit.NANOSECONDS);
    stopped |= early;
  }

  void awaitEnd() throws InterruptedException {
    stop();
    gone.await();
  }

  /** The number of the first request that nobody has taken. */
  int untaken() {
    return Math.min(next.get(), requests.size());
  }

  boolean ranOutOfRequests() {
    return next.get() > requests.size();
  }

  long acknowledged() {
    return callers.stream().mapToLong(Caller::acknowledged).sum();
  }

  long refused() {
    return callers.stream().mapToLong(Caller::refused).sum();
  }

  Optional<Exception> failure() {
    return callers.stream().map(Caller::failure).filter(Objects::nonNull).findFirst();
  }

  Histogram latencies() {
    Histogram all = new Histogram(callers.get(0).latencies());
    callers.forEach(caller -> all.add(caller.latencies()));
    return all;
  }
}
