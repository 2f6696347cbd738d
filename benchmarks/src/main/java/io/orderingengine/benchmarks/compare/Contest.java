package io.orderingengine.benchmarks.compare;

import io.orderingengine.benchmarks.compare.arm.Arm;
import io.orderingengine.benchmarks.compare.arm.ArmKind;
import io.orderingengine.benchmarks.compare.place.Place;
import io.orderingengine.benchmarks.compare.place.Traffic;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Runs the arms in turn, round after round, each from the same rows. */
final class Contest {
  private static final Duration COUNT_WARM_UP = Duration.ofMillis(300);
  private static final Duration COUNT = Duration.ofSeconds(1);

  private final Plan plan;
  private final Place place;
  private final Progress progress;
  private final List<Heat> heats = new ArrayList<>();
  private final Map<ArmKind, TrafficEach> traffic = new EnumMap<>(ArmKind.class);

  Contest(Plan plan, Place place, Progress progress) {
    this.plan = plan;
    this.place = place;
    this.progress = progress;
  }

  Result run() throws SQLException, InterruptedException {
    for (int round = 1; round <= plan.rounds(); round++) {
      for (ArmKind arm : plan.order(round)) {
        Heat heat = heat(arm, round);
        heats.add(heat);
        progress.show(heat);
      }
    }
    return new Result(heats, traffic);
  }

  private Heat heat(ArmKind kind, int round) throws SQLException, InterruptedException {
    place.putBack();
    System.gc();
    Crowd crowd;
    Meter begin;
    Meter end;
    try (Arm arm = place.open(kind)) {
      crowd = crowd(kind, arm, 0);
      crowd.start();
      crowd.await(plan.warmUp());
      begin = Meter.read(place::serverNanos);
      crowd.measure(true);
      crowd.await(plan.time());
      crowd.measure(false);
      end = Meter.read(place::serverNanos);
      crowd.awaitEnd();
    }
    List<String> faults = faults(crowd);
    long acknowledged = crowd.acknowledged();
    if (round == 1) {
      acknowledged += count(kind, crowd.untaken(), faults);
    }
    faults.addAll(place.drifts(acknowledged));
    if (crowd.latencies().getTotalCount() == 0) {
      faults.add("nothing was done in the time that is measured");
    }
    return new Heat(
        kind,
        round,
        begin,
        end,
        crowd.latencies(),
        crowd.acknowledged(),
        crowd.refused(),
        crowd.ranOutOfRequests(),
        faults);
  }

  /** Counts what reaches the database, apart from the timing, and answers the acknowledged. */
  private long count(ArmKind kind, int first, List<String> faults)
      throws SQLException, InterruptedException {
    var counted = new Traffic();
    Optional<Arm> opened = place.openCounted(kind, counted);
    if (opened.isEmpty()) {
      return 0;
    }
    try (Arm arm = opened.get()) {
      Crowd crowd = crowd(kind, arm, first);
      crowd.start();
      crowd.await(COUNT_WARM_UP);
      long statements = counted.statements();
      long roundTrips = counted.roundTrips();
      crowd.measure(true);
      crowd.await(COUNT);
      crowd.measure(false);
      statements = counted.statements() - statements;
      roundTrips = counted.roundTrips() - roundTrips;
      crowd.awaitEnd();
      double done = crowd.latencies().getTotalCount();
      traffic.put(kind, new TrafficEach(statements / done, roundTrips / done));
      faults.addAll(faults(crowd));
      return crowd.acknowledged();
    }
  }

  private Crowd crowd(ArmKind kind, Arm arm, int first) {
    return new Crowd(kind == ArmKind.BARE ? 1 : plan.callers(), arm, plan.requests(), first);
  }

  private static List<String> faults(Crowd crowd) {
    List<String> faults = new ArrayList<>();
    if (crowd.refused() > 0) {
      faults.add(crowd.refused() + " requests were refused that should not be");
    }
    crowd.failure().ifPresent(failure -> faults.add("a caller met " + failure));
    return faults;
  }
}
