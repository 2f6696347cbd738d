package io.orderingengine.internal.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DiscountSharesTest {

  @Test
  void sharesAreProportional() {
    assertThat(DiscountShares.of(500, new long[] {1_000, 8_000})).containsExactly(56, 444);
    assertThat(DiscountShares.of(10, new long[] {1, 1, 1})).containsExactly(4, 3, 3);
    assertThat(DiscountShares.of(2, new long[] {1, 1, 1})).containsExactly(1, 1, 0);
    assertThat(DiscountShares.of(6, new long[] {1, 2, 3})).containsExactly(1, 2, 3);
  }

  @Test
  void nothingIsSharedOfNothing() {
    assertThat(DiscountShares.of(0, new long[] {5, 7})).containsExactly(0, 0);
    assertThat(DiscountShares.of(0, new long[] {0, 0})).containsExactly(0, 0);
    assertThat(DiscountShares.of(3, new long[] {0, 9})).containsExactly(0, 3);
  }

  @Test
  void sharesAddUpAndLieWithinOneUnitOfTheExactOnes() {
    var random = new Random(20_260_301);
    for (int round = 0; round < 5_000; round++) {
      long[] totals = totals(random, 1 + random.nextInt(12), random.nextInt(59));
      long sum = Arrays.stream(totals).sum();
      long discount = sum == 0 ? 0 : Math.floorMod(random.nextLong(), sum + 1);
      long[] shares = DiscountShares.of(discount, totals);
      assertThat(Arrays.stream(shares).sum()).isEqualTo(discount);
      for (int i = 0; i < shares.length && discount > 0; i++) {
        BigInteger exact = product(discount, totals[i]).divide(BigInteger.valueOf(sum));
        assertThat(shares[i] - exact.longValueExact()).as("round %d", round).isBetween(0L, 1L);
        assertThat(shares[i]).isLessThanOrEqualTo(totals[i]);
      }
    }
  }

  private static long[] totals(Random random, int lines, int bits) {
    return random.longs(lines, 0, 1L << bits).toArray();
  }

  private static BigInteger product(long one, long other) {
    return BigInteger.valueOf(one).multiply(BigInteger.valueOf(other));
  }
}
