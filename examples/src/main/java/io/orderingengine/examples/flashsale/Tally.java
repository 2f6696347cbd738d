package io.orderingengine.examples.flashsale;

import io.orderingengine.order.Order;
import io.orderingengine.value.Outcome;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.Recorder;

/**
 * What is counted and timed while the shoppers race. Thread-safe.
 *
 * <p>A checkout's time is what its caller sees on System.nanoTime, from the call to the answer. A
 * caller begins the next call at its own leisure, so this is service time: it knows no queue in
 * front of the callers.
 */
final class Tally {
  private static final int DIGITS = 3;

  private final LongAdder commands = new LongAdder();
  private final LongAdder accepted = new LongAdder();
  private final LongAdder refused = new LongAdder();
  private final Map<String, LongAdder> refusals = new ConcurrentHashMap<>();
  private final Recorder acceptedTimes = new Recorder(DIGITS);
  private final Recorder refusedTimes = new Recorder(DIGITS);

  /** The answer to any command: its value, or nothing after a refusal. */
  <T> Optional<T> hear(Outcome<T> outcome) {
    commands.increment();
    return outcome.fold(
        Optional::of,
        no -> {
          refusals.computeIfAbsent(no.code(), code -> new LongAdder()).increment();
          return Optional.empty();
        });
  }

  /** The answer to a checkout, which is timed. */
  Optional<Order> time(Supplier<Outcome<Order>> checkout) {
    long begin = System.nanoTime();
    Outcome<Order> outcome = checkout.get();
    long nanos = System.nanoTime() - begin;
    (outcome.isAccepted() ? acceptedTimes : refusedTimes).recordValue(nanos);
    (outcome.isAccepted() ? accepted : refused).increment();
    return hear(outcome);
  }

  long accepted() {
    return accepted.sum();
  }

  long refused() {
    return refused.sum();
  }

  /** All that was counted; the times begin anew. */
  Counts counts() {
    var reasons = new TreeMap<String, Long>();
    refusals.forEach((code, count) -> reasons.put(code, count.sum()));
    return new Counts(
        commands.sum(),
        reasons,
        acceptedTimes.getIntervalHistogram(),
        refusedTimes.getIntervalHistogram());
  }

  /**
   * The figures of a race that is over.
   *
   * @param refusals how often each reason was given, by its code
   * @param accepted the times of accepted checkouts, in nanoseconds
   * @param refused the times of refused checkouts, in nanoseconds
   */
  record Counts(long commands, Map<String, Long> refusals, Histogram accepted, Histogram refused) {
    long checkouts() {
      return accepted.getTotalCount() + refused.getTotalCount();
    }
  }
}
