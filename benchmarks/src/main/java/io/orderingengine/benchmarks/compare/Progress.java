package io.orderingengine.benchmarks.compare;

import java.io.PrintStream;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarStyle;

/** Shows how far the comparison has come: a bar on a terminal, a line for each heat elsewhere. */
interface Progress extends AutoCloseable {
  void show(Heat heat);

  @Override
  void close();

  static Progress of(int heats, String unit, PrintStream out) {
    return Terminal.isThere() ? new Bar(heats, unit, out) : new Lines(unit, out);
  }

  private static String line(Heat heat, String unit) {
    String verdict = heat.faults().isEmpty() ? "" : ", FAILED";
    String end = heat.ranOut() ? ", ran out of requests after %.1f s" : "";
    return "round %d, %-9s %,9.0f %s/s, p50 %.3f ms%s"
        .formatted(
            heat.round(),
            heat.arm(),
            heat.perSecond(),
            unit,
            heat.millis(50),
            end.formatted(heat.seconds()) + verdict);
  }

  /** A bar that fills. */
  final class Bar implements Progress {
    private final ProgressBar bar;
    private final String unit;

    private Bar(int heats, String unit, PrintStream out) {
      this.unit = unit;
      bar =
          ProgressBar.builder()
              .setTaskName("compare")
              .setInitialMax(heats)
              .setStyle(ProgressBarStyle.ASCII)
              .setConsumer(new ConsoleProgressBarConsumer(out))
              .build();
    }

    @Override
    public void show(Heat heat) {
      bar.step();
      bar.setExtraMessage(line(heat, unit));
    }

    @Override
    public void close() {
      bar.close();
    }
  }

  /** A line for each heat. */
  record Lines(String unit, PrintStream out) implements Progress {
    @Override
    public void show(Heat heat) {
      out.println(line(heat, unit));
    }

    @Override
    public void close() {}
  }
}
