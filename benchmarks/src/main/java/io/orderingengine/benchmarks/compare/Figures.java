package io.orderingengine.benchmarks.compare;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Every figure of a comparison, for programs. */
final class Figures {
  private static final List<Double> PERCENTILES = List.of(50.0, 90.0, 99.0, 99.9, 100.0);

  private Figures() {}

  static Map<String, Object> of(Map<String, String> settings, Result result) {
    Map<String, Object> traffic = new LinkedHashMap<>();
    result.traffic().forEach((arm, each) -> traffic.put(arm.toString(), of(each)));
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("settings", settings);
    all.put("heats", result.heats().stream().map(Figures::of).toList());
    all.put("traffic", traffic);
    all.put("faults", result.faults());
    return all;
  }

  private static Map<String, Object> of(TrafficEach each) {
    return Map.of("statementsEach", each.statements(), "roundTripsEach", each.roundTrips());
  }

  private static Map<String, Object> of(Heat heat) {
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("arm", heat.arm().toString());
    figures.put("round", heat.round());
    figures.put("seconds", heat.seconds());
    figures.put("done", heat.done());
    figures.put("perSecond", heat.perSecond());
    PERCENTILES.forEach(p -> figures.put("p" + p + "Millis", heat.millis(p)));
    figures.put("meanMillis", heat.latencies().getMean() / 1e6);
    figures.put("bytesEach", heat.bytesEach());
    figures.put("cpuMicrosEach", heat.cpuMicrosEach());
    heat.serverMicrosEach().ifPresent(micros -> figures.put("serverMicrosEach", micros));
    figures.put("acknowledged", heat.acknowledged());
    figures.put("refused", heat.refused());
    figures.put("ranOutOfRequests", String.valueOf(heat.ranOut()));
    figures.put("faults", heat.faults());
    return figures;
  }
}
