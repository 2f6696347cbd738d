package io.orderingengine.examples.console;

import java.io.PrintStream;
import java.util.function.IntConsumer;
import java.util.function.LongSupplier;

/** Runs the stages of a program on many threads, and shows how far each has come. */
public final class Stages {
  private final int callers;
  private final PrintStream out;

  public Stages(int callers, PrintStream out) {
    this.callers = callers;
    this.out = out;
  }

  /** Takes a number of turns, and looks at the start, now and then, and at the end. */
  public void run(String name, int turns, IntConsumer turn, Runnable look) {
    try (Progress progress = Progress.of(name, turns, out)) {
      Crowd.run(
          callers,
          turns,
          turn,
          done -> {
            look.run();
            progress.show(done);
          });
    }
  }

  /** The same for turns of unequal length: {@code done} of {@code total} is what they add up to. */
  public void run(String name, int turns, IntConsumer turn, long total, LongSupplier done) {
    try (Progress progress = Progress.of(name, total, out)) {
      Crowd.run(callers, turns, turn, over -> progress.show(done.getAsLong()));
    }
  }
}
