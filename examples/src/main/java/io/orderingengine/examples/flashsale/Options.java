package io.orderingengine.examples.flashsale;

import io.orderingengine.catalog.NewOption;
import io.orderingengine.examples.console.OptionReader;
import io.orderingengine.examples.console.Storage;
import java.nio.file.Path;
import java.util.Properties;

/**
 * What a run is asked for.
 *
 * @param skus how many options the product has
 * @param stock the units of each of them
 * @param coupons how many coupons can be issued
 * @param callers the threads through which the shoppers come
 * @param seed makes the shoppers want the same in each run; who gets it is up to the race
 */
record Options(
    int shoppers,
    int skus,
    long stock,
    long coupons,
    int callers,
    long seed,
    Storage storage,
    Path picture) {
  static Options parse(Properties properties) {
    var read = new OptionReader(properties);
    var options =
        new Options(
            read.number("shoppers", 1, 10_000_000, 10_000),
            read.number("skus", 1, 20, 4),
            read.number("stock", 1, NewOption.MAX_STOCK, 1_250),
            read.number("coupons", 1, 1_000_000_000L, 2_500),
            read.number("callers", 1, 1_000, 128),
            read.number("seed", 0, 1_000_000_000_000L, 42),
            Storage.read(read),
            read.picture("picture", Path.of("target", "flash-sale.png")));
    read.check();
    return options;
  }
}
