package io.orderingengine.examples.flashsale;

import io.orderingengine.examples.console.ExitCode;
import io.orderingengine.examples.console.Finding;
import io.orderingengine.examples.console.Place;
import io.orderingengine.examples.console.Stages;
import java.io.PrintStream;
import java.util.List;
import java.util.Properties;
import java.util.function.Function;

/** A flash sale from the opening to the proof: the race, the check of its rows, the report. */
public final class FlashSale {
  private final Options options;
  private final Place place;
  private final PrintStream out;

  private FlashSale(Options options, Place place, PrintStream out) {
    this.options = options;
    this.place = place;
    this.out = out;
  }

  /**
   * Runs a sale as the properties say.
   *
   * @return 0 if nothing drifted, 1 if something did or the run broke off, 2 if an option was bad
   */
  public static int run(Properties properties, PrintStream out) {
    return run(properties, options -> options.storage().open("flash-sale", out), out);
  }

  /** The same in other places than the options name. */
  static int run(Properties properties, Function<Options, Place> places, PrintStream out) {
    return ExitCode.of(
        "The flash sale",
        () -> {
          Options options = Options.parse(properties);
          try (Place place = places.apply(options)) {
            return new FlashSale(options, place, out).run();
          }
        },
        out);
  }

  private int run() {
    Report.announce(options, place, out);
    var stages = new Stages(options.callers(), out);
    Race race = place.visit(engine -> Race.run(engine, options, stages));
    Ledger ledger = place.visit(reopened -> Ledger.read(reopened, options, stages));
    List<Finding> findings = Conservation.check(Opening.of(options), ledger, race.told());
    var result = new Result(options, place.name(), race, ledger, findings);
    Report.print(result, out);
    Picture.save(result, out);
    return result.ok() ? 0 : 1;
  }
}
