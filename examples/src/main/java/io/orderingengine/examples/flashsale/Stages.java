package io.orderingengine.examples.flashsale;

import java.io.PrintStream;
import java.util.function.IntConsumer;

/** Runs the stages of a sale, one turn for each shopper, and shows how far each has come. */
final class Stages {
  private final Options options;
  private final PrintStream out;

  Stages(Options options, PrintStream out) {
    this.options = options;
    this.out = out;
  }

  /** Runs a turn for each shopper, and looks at the start, now and then, and at the end. */
  void run(String name, IntConsumer turn, Runnable look) {
    try (Progress progress = Progress.of(name, options.shoppers(), out)) {
      Crowd.run(
          options.callers(),
          options.shoppers(),
          turn,
          done -> {
            look.run();
            progress.show(done);
          });
    }
  }
}
