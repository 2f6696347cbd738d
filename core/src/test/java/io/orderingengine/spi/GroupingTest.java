package io.orderingengine.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class GroupingTest {
  @Test
  void lanesAndRowsAreBounded() {
    assertThat(Grouping.of(1, 1).rows()).isEqualTo(1);
    assertThat(Grouping.of(64, 100_000).lanes()).isEqualTo(64);
    assertRefused(0, 1, "lanes must be from 1 to 64, but was 0");
    assertRefused(65, 1, "lanes must be from 1 to 64, but was 65");
    assertRefused(1, 0, "rows must be from 1 to 100000, but was 0");
    assertRefused(1, 100_001, "rows must be from 1 to 100000, but was 100001");
  }

  private static void assertRefused(int lanes, int rows, String message) {
    assertThatThrownBy(() -> Grouping.of(lanes, rows))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }

  @Test
  void noneIsNotAGroupOfOne() {
    assertThat(Grouping.none().isNone()).isTrue();
    assertThat(Grouping.of(1, 1).isNone()).isFalse();
    assertThat(Grouping.none()).hasToString("Grouping[none]");
    assertThat(Grouping.of(2, 3)).hasToString("Grouping[lanes=2, rows=3]");
  }
}
