package io.orderingengine.examples.console;

import java.io.PrintStream;

/** A line for each tenth, or for the last one of several that passed unseen. */
final class ProgressAsLines implements Progress {
  private static final int STEPS = 10;

  private final String stage;
  private final long total;
  private final PrintStream out;
  private long shown;

  ProgressAsLines(String stage, long total, PrintStream out) {
    this.stage = stage;
    this.total = total;
    this.out = out;
  }

  @Override
  public void show(long done) {
    long step = total == 0 ? 0 : done * STEPS / total;
    if (step > shown) {
      shown = step;
      String counts = Figures.count(done) + " of " + Figures.count(total);
      out.printf("%-12s %3d %%   %s%n", stage, step * 100 / STEPS, counts);
    }
  }

  @Override
  public void close() {}
}
