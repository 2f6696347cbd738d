package io.orderingengine.examples.flashsale;

import io.orderingengine.OrderingEngine;
import io.orderingengine.examples.console.ExitCode;
import io.orderingengine.examples.console.Finding;
import io.orderingengine.examples.console.Stages;
import io.orderingengine.spi.OrderingStore;
import java.io.PrintStream;
import java.util.List;
import java.util.Properties;
import java.util.function.Function;
import java.util.function.Supplier;

/** A flash sale from the opening to the proof: the race, the check of its rows, the report. */
public final class FlashSale {
  private final Options options;
  private final Supplier<OrderingStore> store;
  private final PrintStream out;

  private FlashSale(Options options, Supplier<OrderingStore> store, PrintStream out) {
    this.options = options;
    this.store = store;
    this.out = out;
  }

  /**
   * Runs a sale as the properties say.
   *
   * @return 0 if nothing drifted, 1 if something did or the run broke off, 2 if an option was bad
   */
  public static int run(Properties properties, PrintStream out) {
    return run(properties, options -> options.store().create(), out);
  }

  /** The same on other stores than the options name. */
  static int run(
      Properties properties, Function<Options, Supplier<OrderingStore>> stores, PrintStream out) {
    return ExitCode.of(
        "The flash sale",
        () -> {
          Options options = Options.parse(properties);
          return new FlashSale(options, stores.apply(options), out).run();
        },
        out);
  }

  private int run() {
    Report.announce(options, out);
    var stages = new Stages(options.callers(), out);
    Race race;
    try (OrderingEngine engine = open()) {
      race = Race.run(engine, options, stages);
    }
    Ledger ledger;
    try (OrderingEngine reopened = open()) {
      ledger = Ledger.read(reopened, options, stages);
    }
    List<Finding> findings = Conservation.check(Opening.of(options), ledger, race.told());
    var result = new Result(options, race, ledger, findings);
    Report.print(result, out);
    Picture.save(result, out);
    return result.ok() ? 0 : 1;
  }

  private OrderingEngine open() {
    return OrderingEngine.builder().store(store.get()).build();
  }
}
