package io.orderingengine.benchmarks.compare;

import io.orderingengine.benchmarks.compare.arm.ArmKind;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;

/** Tells people what was measured. */
final class Report {
  private final PrintStream out;
  private final String unit;

  Report(PrintStream out, String unit) {
    this.out = out;
    this.unit = unit;
  }

  void settings(Map<String, String> settings) {
    settings.forEach((name, value) -> out.printf("%-32s %s%n", name, value));
    out.println();
  }

  void result(List<ArmKind> arms, Result result) {
    out.println();
    out.printf(
        "%-10s %24s %9s %9s %9s %10s %8s %8s %6s %6s%n",
        "arm",
        unit + "/s (min..max)",
        "p50 ms",
        "p99 ms",
        "p99.9 ms",
        "bytes",
        "JVM us",
        "DB us",
        "stmts",
        "trips");
    arms.forEach(arm -> arm(arm, result));
    out.println();
    if (arms.contains(ArmKind.OURS)) {
      arms.stream().filter(arm -> arm != ArmKind.OURS).forEach(arm -> ratio(arm, result));
      out.println();
    }
    verdict(result);
  }

  private void arm(ArmKind arm, Result result) {
    Spread rate = result.spread(arm, Heat::perSecond);
    TrafficEach traffic = result.traffic().get(arm);
    out.printf(
        "%-10s %,8.0f (%,.0f..%,.0f) %9.3f %9.3f %9.3f %,10.0f %8.1f %8s %6s %6s%n",
        arm,
        rate.median(),
        rate.least(),
        rate.most(),
        result.spread(arm, heat -> heat.millis(50)).median(),
        result.spread(arm, heat -> heat.millis(99)).median(),
        result.spread(arm, heat -> heat.millis(99.9)).median(),
        result.spread(arm, Heat::bytesEach).median(),
        result.spread(arm, Heat::cpuMicrosEach).median(),
        result.server(arm).stream().mapToObj("%.1f"::formatted).findFirst().orElse("-"),
        traffic == null ? "-" : "%.2f".formatted(traffic.statements()),
        traffic == null ? "-" : "%.2f".formatted(traffic.roundTrips()));
  }

  private void ratio(ArmKind arm, Result result) {
    out.printf(
        "ours / %-10s throughput %s, p50 %s%n",
        arm,
        text(result.ratio(ArmKind.OURS, arm, Heat::perSecond)),
        text(result.ratio(ArmKind.OURS, arm, heat -> heat.millis(50))));
  }

  private static String text(Spread ratio) {
    return "%.2f (%.2f..%.2f)".formatted(ratio.median(), ratio.least(), ratio.most());
  }

  private void verdict(Result result) {
    List<String> faults = result.faults();
    out.printf("refused: %d%n", result.heats().stream().mapToLong(Heat::refused).sum());
    if (faults.isEmpty()) {
      out.printf("conservation: holds in the rows after each of %d runs%n", result.heats().size());
    } else {
      out.println("FAILED:");
      faults.forEach(fault -> out.println("  " + fault));
    }
  }
}
