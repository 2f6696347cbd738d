package io.orderingengine.internal.command;

import java.math.BigInteger;
import java.util.Arrays;

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
    for (; left > 0; left--) {
      int largest = largest(remainders);
      shares[largest]++;
      remainders[largest] = -1;
    }
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

  /** The index of the largest, the first of equals. */
  private static int largest(long[] remainders) {
    int largest = 0;
    for (int i = 1; i < remainders.length; i++) {
      if (remainders[i] > remainders[largest]) {
        largest = i;
      }
    }
    return largest;
  }
}
