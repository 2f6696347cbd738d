package io.orderingengine.benchmarks.compare;

import io.orderingengine.benchmarks.compare.arm.ArmKind;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/**
 * One arm in one round, measured.
 *
 * @param ranOut whether all requests were made before the time was over
 * @param faults what does not add up, what failed, and what was refused
 */
record Heat(
    ArmKind arm,
    int round,
    Meter begin,
    Meter end,
    Histogram latencies,
    long acknowledged,
    long refused,
    boolean ranOut,
    List<String> faults) {
  double seconds() {
    return begin.seconds(end);
  }

  long done() {
    return latencies.getTotalCount();
  }

  double perSecond() {
    return done() / seconds();
  }

  /** A percentile of the latencies, in milliseconds. */
  double millis(double percentile) {
    return latencies.getValueAtPercentile(percentile) / (double) TimeUnit.MILLISECONDS.toNanos(1);
  }

  double bytesEach() {
    return begin.allocated(end) / (double) done();
  }

  /** The processor time of this JVM for each, in microseconds. */
  double cpuMicrosEach() {
    return micros(end.cpuNanos() - begin.cpuNanos());
  }

  /** The processor time of the database's processes for each, in microseconds. */
  OptionalDouble serverMicrosEach() {
    return begin.serverNanos(end).stream().mapToDouble(this::micros).findFirst();
  }

  private double micros(long nanos) {
    return nanos / (double) TimeUnit.MICROSECONDS.toNanos(1) / done();
  }
}
