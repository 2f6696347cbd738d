package io.orderingengine.internal.command;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Splits an order's discount over its lines in proportion to their totals, to the last unit, by the
 * method of the largest remainder (Hare-Niemeyer): each line gets its share rounded down, and what
 * is left goes, a unit each, to the lines with the largest remainders, the earlier line first.
 */
final class DiscountShares {
  private DiscountShares() {}

  /**
   * @param discount at most the sum of the line totals
   * @param lineTotals none below zero, and their sum within 64 bits
   */
  static long[] of(long discount, long[] lineTotals) {
    long[] shares = new long[lineTotals.length];
    if (discount == 0) {
      return shares;
    }
    long total = Arrays.stream(lineTotals).sum();
    long[] remainders = new long[lineTotals.length];
    long left = discount;
    for (int i = 0; i < shares.length; i++) {
      split(discount, lineTotals[i], total, i, shares, remainders);
      left -= shares[i];
    }
    byRemainder(remainders).limit(left).forEach(i -> shares[i]++);
    return shares;
  }

  private static void split(
      long discount, long lineTotal, long total, int i, long[] shares, long[] remainders) {
    if (Math.multiplyHigh(discount, lineTotal) == 0 && discount * lineTotal >= 0) {
      shares[i] = discount * lineTotal / total;
      remainders[i] = discount * lineTotal % total;
    } else {
      BigInteger[] parts =
          BigInteger.valueOf(discount)
              .multiply(BigInteger.valueOf(lineTotal))
              .divideAndRemainder(BigInteger.valueOf(total));
      shares[i] = parts[0].longValueExact();
      remainders[i] = parts[1].longValueExact();
    }
  }

  private static IntStream byRemainder(long[] remainders) {
    return IntStream.range(0, remainders.length)
        .boxed()
        .sorted(Comparator.comparingLong((Integer i) -> remainders[i]).reversed())
        .mapToInt(Integer::intValue);
  }
}
