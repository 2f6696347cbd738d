package io.orderingengine.examples.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderingengine.examples.Printed;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

final class ProgressTest {
  @Test
  void offATerminalEachTenthIsALine() {
    List<String> lines =
        Printed.by(
            out -> {
              try (Progress progress = Progress.of("racing", 2_000, out)) {
                LongStream.rangeClosed(0, 2_000).forEach(progress::show);
              }
            });

    assertThat(lines)
        .hasSize(10)
        .startsWith("racing        10 %   200 of 2,000")
        .endsWith("racing       100 %   2,000 of 2,000");
  }

  @Test
  void tenthsThatPassUnseenAreOneLine() {
    List<String> lines =
        Printed.by(
            out -> {
              try (Progress progress = Progress.of("racing", 10, out)) {
                progress.show(7);
                progress.show(7);
              }
            });

    assertThat(lines).containsExactly("racing        70 %   7 of 10");
  }
}
