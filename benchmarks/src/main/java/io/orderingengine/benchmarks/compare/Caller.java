package io.orderingengine.benchmarks.compare;

import io.orderingengine.benchmarks.compare.arm.Arm;
import io.orderingengine.benchmarks.compare.arm.RefusedException;
import io.orderingengine.benchmarks.compare.workload.Requests;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/** Asks for one thing after the other, and takes the time from asking to answer. One thread's. */
final class Caller implements Runnable {
  private static final long LONGEST = TimeUnit.MINUTES.toNanos(5);
  private static final int DIGITS = 3;

  private final Arm arm;
  private final Requests requests;
  private final Crowd crowd;
  private final Histogram latencies = new Histogram(LONGEST, DIGITS);
  private long acknowledged;
  private long refused;
  private @Nullable Exception failure;

  Caller(Arm arm, Requests requests, Crowd crowd) {
    this.arm = arm;
    this.requests = requests;
    this.crowd = crowd;
  }

  @Override
  public void run() {
    try {
      for (int number = crowd.next(); number >= 0; number = crowd.next()) {
        ask(number);
      }
    } catch (SQLException | RuntimeException e) {
      failure = e;
      crowd.stop();
    }
  }

  private void ask(int number) throws SQLException {
    try {
      long time = requests.areCheckouts() ? checkout(number) : issue(number);
      acknowledged++;
      if (crowd.isMeasured()) {
        latencies.recordValue(Math.min(time, LONGEST));
      }
    } catch (RefusedException e) {
      refused++;
      failure = failure == null ? e : failure;
    }
  }

  private long checkout(int number) throws SQLException {
    var cart = requests.cart(number);
    long start = System.nanoTime();
    arm.checkout(cart);
    return System.nanoTime() - start;
  }

  private long issue(int number) throws SQLException {
    var claim = requests.claim(number);
    long start = System.nanoTime();
    arm.issue(claim);
    return System.nanoTime() - start;
  }

  Histogram latencies() {
    return latencies;
  }

  long acknowledged() {
    return acknowledged;
  }

  long refused() {
    return refused;
  }

  @Nullable Exception failure() {
    return failure;
  }
}
