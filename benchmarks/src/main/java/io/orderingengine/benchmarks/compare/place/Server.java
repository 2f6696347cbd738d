package io.orderingengine.benchmarks.compare.place;

import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** A database that can be logged in to. */
interface Server extends AutoCloseable {
  String url();

  @Nullable String user();

  @Nullable String password();

  /** The processor time of all its processes so far, if they can be seen. */
  OptionalLong cpuNanos();

  @Override
  void close();
}
