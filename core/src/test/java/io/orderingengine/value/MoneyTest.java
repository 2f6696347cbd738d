package io.orderingengine.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class MoneyTest {
  private static final Money MOST = Money.of(Long.MAX_VALUE);

  @Test
  void arithmeticIsExact() {
    assertThat(Money.of(2).plus(Money.of(3))).isEqualTo(Money.of(5));
    assertThat(Money.of(2).minus(Money.of(3))).isEqualTo(Money.of(-1));
    assertThat(Money.of(2).times(3)).isEqualTo(Money.of(6));
    assertThat(Money.of(-1).isNegative()).isTrue();
    assertThat(Money.ZERO.isPositive()).isFalse();
    assertThat(Money.of(1)).isGreaterThan(Money.ZERO);
  }

  @Test
  void overflowIsAnErrorAndNeverAWrap() {
    assertThatThrownBy(() -> MOST.plus(Money.of(1))).isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(() -> Money.of(Long.MIN_VALUE).minus(Money.of(1)))
        .isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(() -> MOST.times(2)).isInstanceOf(ArithmeticException.class);
  }
}
