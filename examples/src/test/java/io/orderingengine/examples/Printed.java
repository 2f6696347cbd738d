package io.orderingengine.examples;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;

/** What a program printed. */
public final class Printed {
  private Printed() {}

  /** What prints to the stream that it is given. */
  @FunctionalInterface
  public interface Program {
    void run(PrintStream out) throws SQLException;
  }

  public static List<String> by(Program program) {
    var bytes = new ByteArrayOutputStream();
    try (var out = new PrintStream(bytes, true, StandardCharsets.UTF_8)) {
      program.run(out);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return bytes.toString(StandardCharsets.UTF_8).lines().toList();
  }
}
