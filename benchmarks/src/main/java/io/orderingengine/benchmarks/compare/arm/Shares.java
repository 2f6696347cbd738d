package io.orderingengine.benchmarks.compare.arm;

import java.util.Arrays;

/** Splits a discount over lines by the largest remainder, to the last unit. */
final class Shares {
  private Shares() {}

  static long[] of(long discount, long total, long[] lineTotals) {
    long[] shares = new long[lineTotals.length];
    long[] remainders = new long[lineTotals.length];
    long left = discount;
    for (int i = 0; i < shares.length && total > 0; i++) {
      shares[i] = discount * lineTotals[i] / total;
      remainders[i] = discount * lineTotals[i] % total;
      left -= shares[i];
    }
    for (; left > 0; left--) {
      int largest = largest(remainders);
      remainders[largest] = -1;
      shares[largest]++;
    }
    return shares;
  }

  private static int largest(long[] remainders) {
    long most = Arrays.stream(remainders).max().orElseThrow();
    int i = 0;
    while (remainders[i] != most) {
      i++;
    }
    return i;
  }
}
