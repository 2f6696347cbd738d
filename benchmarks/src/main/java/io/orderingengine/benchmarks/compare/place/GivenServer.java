package io.orderingengine.benchmarks.compare.place;

import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** A database that is there, or comes to be in this process; nobody need start or stop it. */
record GivenServer(String url, @Nullable String user, @Nullable String password) implements Server {
  @Override
  public OptionalLong cpuNanos() {
    return OptionalLong.empty();
  }

  @Override
  public void close() {}
}
