package io.orderingengine.examples.replay;

import io.orderingengine.OrderingEngine;
import io.orderingengine.examples.console.ExitCode;
import io.orderingengine.examples.console.Finding;
import io.orderingengine.examples.console.Progress;
import io.orderingengine.examples.console.Stages;
import io.orderingengine.spi.OrderingStore;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.function.Function;
import java.util.function.Supplier;

/** A replay from the file to the proof: reading, ordering, the check of the rows, the report. */
public final class ReplayRetail {
  private static final Path GENERATED = Path.of("target", "replay-generated.csv");

  private final Options options;
  private final Supplier<OrderingStore> store;
  private final PrintStream out;

  private ReplayRetail(Options options, Supplier<OrderingStore> store, PrintStream out) {
    this.options = options;
    this.store = store;
    this.out = out;
  }

  /**
   * Replays a file as the properties say.
   *
   * @return 0 if every line is accounted for, 1 if a sum differs, too many lines are odd or the run
   *     broke off, 2 if an option was bad
   */
  public static int run(Properties properties, PrintStream out) {
    return run(properties, options -> options.store().create(), out);
  }

  /** The same on other stores than the options name. */
  static int run(
      Properties properties, Function<Options, Supplier<OrderingStore>> stores, PrintStream out) {
    return ExitCode.of(
        "The replay",
        () -> {
          Options options = Options.parse(properties);
          return new ReplayRetail(options, stores.apply(options), out).run();
        },
        out);
  }

  private int run() {
    Path file = options.file() == null ? GeneratedFile.write(GENERATED) : options.file();
    FileTotals totals = FileTotals.of(file);
    Report.announce(options, file, totals, out);
    Result result = replay(file, totals);
    Report.print(result, out);
    Picture.save(result, out);
    return result.ok() ? 0 : 1;
  }

  private Result replay(Path file, FileTotals totals) {
    Plan plan = read(file, totals.lines());
    var stages = new Stages(options.callers(), out);
    Replay replay;
    try (OrderingEngine engine = open()) {
      replay = Replay.run(engine, plan, stages);
    }
    Ledger ledger;
    try (OrderingEngine reopened = open()) {
      ledger = Ledger.read(reopened, plan, stages);
    }
    List<Finding> findings = Proof.check(totals, plan, replay, ledger);
    return new Result(options, file, totals, plan, replay, ledger, findings);
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

  private OrderingEngine open() {
    return OrderingEngine.builder().store(store.get()).build();
  }
}
