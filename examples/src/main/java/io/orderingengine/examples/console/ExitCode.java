package io.orderingengine.examples.console;

import java.io.PrintStream;
import java.util.function.IntSupplier;

/** The exit code of a program, whatever ends it. */
public final class ExitCode {
  private ExitCode() {}

  /**
   * Runs a program.
   *
   * @param name what breaks off, such as {@code The flash sale}
   * @return the program's own code, 1 if it broke off, 2 if an option was bad
   */
  public static int of(String name, IntSupplier program, PrintStream out) {
    try {
      return program.getAsInt();
    } catch (BadOptions bad) {
      bad.sentences().forEach(out::println);
      return 2;
    } catch (RuntimeException | Error broken) {
      out.println(name + " broke off: " + broken);
      broken.printStackTrace(out);
      return 1;
    }
  }
}
