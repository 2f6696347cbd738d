package io.orderingengine.benchmarks.compare.workload;

import java.util.List;
import java.util.function.ToLongFunction;

/**
 * A checkout.
 *
 * @param lines of distinct options, in ascending order of their ids
 * @param total what the user expects to pay before the discount
 */
public record Cart(long user, List<Line> lines, long issuedCoupon, long total, String key) {
  /** The same of each line. */
  public long[] numbers(ToLongFunction<Line> number) {
    long[] numbers = new long[lines.size()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = number.applyAsLong(lines.get(i));
    }
    return numbers;
  }
}
