package io.orderingengine.benchmarks.compare;

import java.io.Console;

/** The terminal that the program was started from, if it was. */
final class Terminal {
  private Terminal() {}

  @SuppressWarnings("SystemConsoleNull") // newer Java is asked in isTerminal
  static boolean isThere() {
    Console console = System.console();
    return console != null && isTerminal(console);
  }

  /** From Java 22 on there is a console off a terminal too, and it says so. */
  private static boolean isTerminal(Console console) {
    try {
      return (boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (ReflectiveOperationException olderJava) {
      return true;
    }
  }
}
