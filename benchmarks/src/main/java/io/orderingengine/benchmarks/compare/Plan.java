package io.orderingengine.benchmarks.compare;

import io.orderingengine.benchmarks.compare.arm.ArmKind;
import io.orderingengine.benchmarks.compare.workload.Requests;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** What is to be measured. */
record Plan(
    List<ArmKind> arms,
    int rounds,
    int callers,
    Duration warmUp,
    Duration time,
    Requests requests) {
  /** The arms of a round, beginning with another one each time. */
  List<ArmKind> order(int round) {
    int first = (round - 1) % arms.size();
    return Stream.concat(arms.stream().skip(first), arms.stream().limit(first)).toList();
  }
}
