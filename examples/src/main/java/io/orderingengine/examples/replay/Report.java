package io.orderingengine.examples.replay;

import io.orderingengine.examples.console.Figures;
import io.orderingengine.examples.console.Place;
import io.orderingengine.examples.console.Sheet;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;

/** The result of a replay on a terminal, in plain ASCII. */
final class Report {
  private static final int NAMES = 34;
  private static final int MOST_NUMBERS = 30;

  private final Result result;
  private final Sheet sheet;

  private Report(Result result, Sheet sheet) {
    this.result = result;
    this.sheet = sheet;
  }

  /** Says what is about to run. */
  static void announce(
      Options options, Place place, Path file, FileTotals totals, PrintStream out) {
    if (options.file() == null) {
      out.println("No -Dfile=PATH was given: this replays a small file that was just generated.");
    }
    out.printf("Replay: %s of %s%n", Figures.count(totals.lines(), "line"), file);
    out.println(Figures.count(options.callers(), "caller"));
    out.printf("Rows %s%n%n", place.description());
  }

  static void print(Result result, PrintStream out) {
    var report = new Report(result, new Sheet(out, NAMES));
    report.categories();
    report.numbers();
    report.forms();
    report.bestSellers();
    report.throughput();
    report.findings();
  }

  private void categories() {
    Tally<Category> tally = result.plan().tally();
    sheet.header("What became of the lines", "lines", "units", "money");
    for (Category category : tally.kinds()) {
      row((category.isOdd() ? "odd: " : "") + category, tally.of(category));
    }
    row("in all", tally.all());
    FileTotals file = result.totals();
    row("in the file, counted apart", file.lines(), file.units(), file.money());
  }

  private void row(String name, Lines lines) {
    row(name, lines.count(), lines.units(), lines.money());
  }

  private void row(String name, long lines, long units, BigDecimal money) {
    sheet.row(name, Figures.count(lines), Figures.count(units), Figures.money(money));
  }

  private void numbers() {
    Tally<Category> tally = result.plan().tally();
    List<Category> unusual =
        tally.kinds().stream().filter(category -> category != Category.SOLD).toList();
    if (!unusual.isEmpty()) {
      sheet.header("Their line numbers");
      unusual.forEach(each -> sheet.text(each.toString(), tally.of(each).numbers(MOST_NUMBERS)));
    }
  }

  private void forms() {
    Tally<Form> forms = result.plan().forms();
    if (!forms.kinds().isEmpty()) {
      sheet.header("Unusual in form, and understood", "lines", "the first");
      for (Form form : forms.kinds()) {
        Lines lines = forms.of(form);
        sheet.row(form.toString(), Figures.count(lines.count()), Integer.toString(lines.first()));
      }
    }
  }

  private void bestSellers() {
    sheet.header("Best sellers, of orders that stand", "units", "money");
    for (BestSeller seller : BestSeller.of(result.ledger())) {
      sheet.row(seller.name(), Figures.count(seller.units()), Figures.money(seller.money()));
    }
  }

  private void throughput() {
    Replay replay = result.replay();
    sheet.header("Throughput", "in all", "a second");
    sheet.row("lines replayed", replay.lines(), replay.linesPerSecond());
    sheet.note("in %s s, %s".formatted(Figures.seconds(replay.seconds()), result.place()));
  }

  private void findings() {
    sheet.findings(
        "Sums, by the rows after closing and reopening the engine",
        result.findings(),
        result.verdict());
  }
}
