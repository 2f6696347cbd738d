package io.orderingengine.benchmarks.compare.place;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** A process and those that it has started. What has ended takes its time with it. */
final class ProcessTree {
  private final ProcessHandle root;

  ProcessTree(ProcessHandle root) {
    this.root = root;
  }

  OptionalLong cpuNanos() {
    return OptionalLong.of(
        Stream.concat(Stream.of(root), root.descendants())
            .map(process -> process.info().totalCpuDuration())
            .flatMap(Optional::stream)
            .mapToLong(Duration::toNanos)
            .sum());
  }
}
