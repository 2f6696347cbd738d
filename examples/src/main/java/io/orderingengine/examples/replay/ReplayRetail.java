package io.orderingengine.examples.replay;

import io.orderingengine.examples.console.ExitCode;
import io.orderingengine.examples.console.Finding;
import io.orderingengine.examples.console.Place;
import io.orderingengine.examples.console.Progress;
import io.orderingengine.examples.console.Stages;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.function.Function;

/** A replay from the file to the proof: reading, ordering, the check of the rows, the report. */
public final class ReplayRetail {
  private static final Path GENERATED = Path.of("target", "replay-generated.csv");

  private final Options options;
  private final Place place;
  private final PrintStream out;

  private ReplayRetail(Options options, Place place, PrintStream out) {
    this.options = options;
    this.place = place;
    this.out = out;
  }

  /**
   * Replays a file as the properties say.
   *
   * @return 0 if every line is accounted for, 1 if a sum differs, too many lines are odd or the run
   *     broke off, 2 if an option was bad
   */
  public static int run(Properties properties, PrintStream out) {
    return run(properties, options -> options.storage().open("replay", out), out);
  }

  /** The same in other places than the options name. */
  static int run(Properties properties, Function<Options, Place> places, PrintStream out) {
    return ExitCode.of(
        "The replay",
        () -> {
          Options options = Options.parse(properties);
          try (Place place = places.apply(options)) {
            return new ReplayRetail(options, place, out).run();
          }
        },
        out);
  }

  private int run() {
    Path file = options.file() == null ? GeneratedFile.write(GENERATED) : options.file();
    FileTotals totals = FileTotals.of(file);
    Report.announce(options, place, file, totals, out);
    Result result = replay(file, totals);
    Report.print(result, out);
    Picture.save(result, out);
    return result.ok() ? 0 : 1;
  }

  private Result replay(Path file, FileTotals totals) {
    Plan plan = read(file, totals.lines());
    var stages = new Stages(options.callers(), out);
    Replay replay = place.visit(engine -> Replay.run(engine, plan, stages));
    Ledger ledger = place.visit(reopened -> Ledger.read(reopened, plan, stages));
    List<Finding> findings = Proof.check(totals, plan, replay, ledger);
    return new Result(options, place.name(), file, totals, plan, replay, ledger, findings);
  }

  private Plan read(Path file, long lines) {
    var planner = new Planner();
    try (Progress progress = Progress.of("reading", lines, out)) {
      RetailFile.read(
          file,
          fields -> {
            planner.add(fields);
            progress.show(Math.min(fields.number() - 1, lines));
          });
    }
    return planner.plan();
  }
}
