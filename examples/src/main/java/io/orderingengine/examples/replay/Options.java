package io.orderingengine.examples.replay;

import io.orderingengine.examples.console.OptionReader;
import io.orderingengine.examples.console.Storage;
import java.nio.file.Path;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * What a run is asked for.
 *
 * @param file the invoices, or null for a small generated file
 * @param callers the threads that share the customers
 */
record Options(@Nullable Path file, int callers, Storage storage, Path picture) {
  static Options parse(Properties properties) {
    var read = new OptionReader(properties);
    var options =
        new Options(
            read.file("file"),
            read.number("callers", 1, 1_000, 16),
            Storage.read(read),
            read.picture("picture", Path.of("target", "replay.png")));
    read.check();
    return options;
  }
}
