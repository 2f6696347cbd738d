package io.orderingengine.benchmarks.compare.place;

import java.nio.file.Path;
import java.util.OptionalLong;
import org.apache.commons.io.FileUtils;
import org.jspecify.annotations.Nullable;

/** A file of H2 in a directory of its own, which goes with it. */
record H2File(Path directory) implements Server {
  @Override
  public String url() {
    return "jdbc:h2:async:" + directory.resolve("shop") + ";WRITE_DELAY=0" + Places.H2_OPTIONS;
  }

  @Override
  public @Nullable String user() {
    return null;
  }

  @Override
  public @Nullable String password() {
    return null;
  }

  @Override
  public OptionalLong cpuNanos() {
    return OptionalLong.empty();
  }

  @Override
  public void close() {
    FileUtils.deleteQuietly(directory.toFile());
  }
}
