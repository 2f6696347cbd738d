package io.orderingengine.benchmarks;

import io.orderingengine.benchmarks.compare.CompareCommand;
import java.io.IOException;
import java.util.Arrays;

/** Runs the comparison if the first argument says so, and JMH with the arguments if not. */
public final class Main {
  private Main() {}

  public static void main(String[] args) throws IOException {
    if (args.length > 0 && args[0].equals("compare")) {
      System.exit(CompareCommand.run(Arrays.copyOfRange(args, 1, args.length)));
    }
    org.openjdk.jmh.Main.main(args);
  }
}
