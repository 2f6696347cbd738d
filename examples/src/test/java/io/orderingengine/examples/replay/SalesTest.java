package io.orderingengine.examples.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The axes of the picture: periods of time, and money. */
final class SalesTest {
  @ParameterizedTest
  @CsvSource({
    "2010-12-01, 2010-12-01, DAY,   1,  1 Dec 2010,  1 Dec 2010",
    "2010-12-01, 2010-12-05, DAY,   5,  1 Dec 2010,  5 Dec 2010",
    "2010-12-01, 2011-12-09, WEEK,  54, 29 Nov 2010, 5 Dec 2011",
    "2009-12-01, 2011-12-09, MONTH, 25, Dec 2009,    Dec 2011",
    "1998-03-03, 2024-02-02, YEAR,  27, 1998,        2024",
  })
  void aPeriodIsAsShortAsThePictureAllows(
      LocalDate first, LocalDate last, Period period, int bars, String begin, String end) {
    assertThat(Period.between(first, last)).isEqualTo(period);
    assertThat(period.all(first, last)).hasSize(bars);
    assertThat(period.label(period.begin(first))).isEqualTo(begin);
    assertThat(period.label(period.begin(last))).isEqualTo(end);
  }

  @Test
  void ticksAreRoundAndIncludeZero() {
    assertThat(Scale.of(-640, 4_110).ticks()).containsExactly(0, 1_000, 2_000, 3_000, 4_000);
    assertThat(Scale.of(-59_000, 0).ticks()).contains(-50_000, -10_000, 0);
    assertThat(Scale.of(0, 0).ticks()).containsExactly(0, 1);
  }

  @Test
  void aPlaceIsCountedFromTheTop() {
    Scale scale = Scale.of(-100, 300);

    assertThat(scale.place(300, 40)).isZero();
    assertThat(scale.place(0, 40)).isEqualTo(30);
    assertThat(scale.place(-100, 40)).isEqualTo(40);
  }
}
