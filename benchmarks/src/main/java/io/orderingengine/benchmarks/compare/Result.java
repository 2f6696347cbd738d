package io.orderingengine.benchmarks.compare;

import io.orderingengine.benchmarks.compare.arm.ArmKind;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/** All that was measured. */
record Result(List<Heat> heats, Map<ArmKind, TrafficEach> traffic) {
  Spread spread(ArmKind arm, ToDoubleFunction<Heat> figure) {
    return Spread.of(of(arm).stream().mapToDouble(figure).toArray());
  }

  /** The median of the database's processor time for one request, where it can be seen. */
  OptionalDouble server(ArmKind arm) {
    double[] seen =
        of(arm).stream().flatMapToDouble(heat -> heat.serverMicrosEach().stream()).toArray();
    return seen.length == 0 ? OptionalDouble.empty() : OptionalDouble.of(Spread.of(seen).median());
  }

  /** One arm's figure as a part of another's, round by round. */
  Spread ratio(ArmKind arm, ArmKind of, ToDoubleFunction<Heat> figure) {
    List<Heat> numerators = of(arm);
    return Spread.of(
        of(of).stream()
            .mapToDouble(
                heat ->
                    numerators.stream()
                            .filter(other -> other.round() == heat.round())
                            .mapToDouble(figure)
                            .sum()
                        / figure.applyAsDouble(heat))
            .toArray());
  }

  private List<Heat> of(ArmKind arm) {
    return heats.stream().filter(heat -> heat.arm() == arm).toList();
  }

  /** Everything that went wrong, with where it did. */
  List<String> faults() {
    return heats.stream()
        .flatMap(
            heat ->
                heat.faults().stream()
                    .map(fault -> heat.arm() + ", round " + heat.round() + ": " + fault))
        .toList();
  }
}
