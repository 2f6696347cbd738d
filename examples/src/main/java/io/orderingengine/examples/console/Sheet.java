package io.orderingengine.examples.console;

import java.io.PrintStream;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** A report on a terminal, in plain ASCII: figures in columns, each under its header. */
public final class Sheet {
  private static final Pattern TEXT_LINE = Pattern.compile("(.{1,72})(?: |$)");

  private final PrintStream out;
  private final int names;

  /**
   * An empty sheet.
   *
   * @param names how wide the column of names is
   */
  public Sheet(PrintStream out, int names) {
    this.out = out;
    this.names = names;
  }

  public void header(String title, String... columns) {
    String padded = ("%-" + (names + 2) + "s").formatted(title);
    out.println();
    out.print(columns.length == 0 ? title : padded);
    cells(columns);
  }

  public void row(String name, String... cells) {
    out.print(("  %-" + names + "." + names + "s").formatted(name));
    cells(cells);
  }

  public void row(String name, long... figures) {
    String[] cells = new String[figures.length];
    for (int i = 0; i < cells.length; i++) {
      cells[i] = Figures.count(figures[i]);
    }
    row(name, cells);
  }

  private void cells(String... cells) {
    for (String cell : cells) {
      out.printf("%12s", cell);
    }
    out.println();
  }

  /** A name with text in place of figures, on as many lines as it needs. */
  public void text(String name, String text) {
    String begin = name;
    for (MatchResult line : TEXT_LINE.matcher(text).results().toList()) {
      out.println(("  %-" + names + "s  %s").formatted(begin, line.group(1)));
      begin = "";
    }
  }

  /** A line of text under a header. */
  public void note(String text) {
    out.println("  " + text);
  }

  /** What the checks found, with the verdict below. */
  public void findings(String title, List<Finding> findings, String verdict) {
    header(title);
    for (Finding finding : findings) {
      String mark = finding.ok() ? "ok" : "DRIFT";
      out.printf("  %-6s%-18s%s%n", mark, finding.subject(), finding.text());
    }
    out.printf("%n%s%n", verdict);
  }
}
