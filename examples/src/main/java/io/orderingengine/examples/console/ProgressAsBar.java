package io.orderingengine.examples.console;

import java.io.PrintStream;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarStyle;

/** A bar that fills. */
final class ProgressAsBar implements Progress {
  private final ProgressBar bar;

  ProgressAsBar(String stage, long total, PrintStream out) {
    bar =
        ProgressBar.builder()
            .setTaskName("%-12s".formatted(stage))
            .setInitialMax(total)
            .setStyle(ProgressBarStyle.ASCII)
            .setUpdateIntervalMillis(100)
            .setConsumer(new ConsoleProgressBarConsumer(out))
            .build();
  }

  @Override
  public void show(long done) {
    bar.stepTo(done);
  }

  @Override
  public void close() {
    bar.close();
  }
}
