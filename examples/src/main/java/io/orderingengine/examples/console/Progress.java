package io.orderingengine.examples.console;

import java.io.PrintStream;

/** Shows how far a stage has come: a bar on a terminal, some lines elsewhere. */
public interface Progress extends AutoCloseable {
  static Progress of(String stage, long total, PrintStream out) {
    return out == System.out && Terminal.isThere()
        ? new ProgressAsBar(stage, total, out)
        : new ProgressAsLines(stage, total, out);
  }

  void show(long done);

  @Override
  void close();
}
