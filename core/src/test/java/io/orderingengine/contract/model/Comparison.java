package io.orderingengine.contract.model;

import io.orderingengine.OrderingEngine;
import io.orderingengine.OrderingEngineBuilder;
import io.orderingengine.contract.GroupedEngine;
import io.orderingengine.contract.SettableClock;
import io.orderingengine.contract.StoreFixture;
import io.orderingengine.spi.Grouping;
import io.orderingengine.spi.Rows;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Runs calls on a model and on an engine over a fresh store, and finds the first difference. */
final class Comparison {
  private static final Instant START = Instant.parse("2026-03-01T10:00:00.123456Z");
  private static final Duration UNPAID_FOR = Duration.ofMinutes(30);

  private final Supplier<StoreFixture> stores;
  private final BiFunction<Instant, Duration, Model> models;
  private final Consumer<String> seen;

  /**
   * @param models makes a model from the first time and the time that an order may stay unpaid
   * @param seen is told each answer on which both agree
   */
  Comparison(
      Supplier<StoreFixture> stores,
      BiFunction<Instant, Duration, Model> models,
      Consumer<String> seen) {
    this.stores = stores;
    this.models = models;
    this.seen = seen;
  }

  /** What the model answers to calls, without any store. */
  static Stream<String> answers(List<Call> calls) {
    Model model = new Model(START, UNPAID_FOR);
    return calls.stream().map(model::answer);
  }

  /** Whether the model and another of these answer calls differently, or end in other rows. */
  boolean differsFromTheModel(List<Call> calls) {
    Model model = new Model(START, UNPAID_FOR);
    Model other = models.apply(START, UNPAID_FOR);
    return calls.stream().anyMatch(call -> !model.answer(call).equals(other.answer(call)))
        || !model.rows.lines().equals(other.rows.lines());
  }

  /** The first difference, in words; empty if there is none. Each call is made alone. */
  Optional<String> difference(List<Call> calls) {
    var clock = new SettableClock(START);
    try (StoreFixture fixture = stores.get();
        OrderingEngine engine =
            settings(OrderingEngine.builder().store(fixture.open()), clock).build()) {
      var side = new EngineSide(engine, clock, true);
      return difference(calls, new Alone(side), () -> rows(fixture, engine, side));
    }
  }

  /** The same, where calls that follow one another share a group as far as they can. */
  Optional<String> differenceInGroups(List<Call> calls, UnaryOperator<Rows> lens) {
    var clock = new SettableClock(START);
    try (StoreFixture fixture = stores.get();
        GroupedEngine groups = grouped(fixture, clock)) {
      groups.seeThrough(lens);
      var side = new EngineSide(groups.engine(), clock, false);
      var asking = new InGroups(side, groups);
      return difference(calls, asking, () -> rows(fixture, groups.engine(), side));
    }
  }

  private static GroupedEngine grouped(StoreFixture fixture, SettableClock clock) {
    return GroupedEngine.over(
        fixture.open(), builder -> settings(builder, clock).grouping(Grouping.of(1, 1_000)));
  }

  /** The rows as they are when the engine is closed. */
  private static List<String> rows(StoreFixture fixture, OrderingEngine engine, EngineSide side) {
    engine.close();
    return StoreLines.of(fixture.open().queries(), side.numbers());
  }

  private Optional<String> difference(
      List<Call> calls, Asking asking, Supplier<List<String>> rowsKept) {
    Model model = models.apply(START, UNPAID_FOR);
    for (int next = 0; next < calls.size(); ) {
      List<Call> some = asking.first(calls.subList(next, calls.size()));
      List<String> told = asking.answers(some);
      for (int i = 0; i < some.size(); i++) {
        String expected = model.answer(some.get(i));
        if (!expected.equals(told.get(i))) {
          return Optional.of(
              some.get(i)
                  + ": the model says '"
                  + expected
                  + "', the engine '"
                  + told.get(i)
                  + "'");
        }
        seen.accept(expected);
      }
      next += some.size();
    }
    return rowDifference(model.rows.lines(), rowsKept.get());
  }

  private static OrderingEngineBuilder settings(
      OrderingEngineBuilder builder, SettableClock clock) {
    return builder.clock(clock).unpaidOrdersExpireAfter(UNPAID_FOR);
  }

  private static Optional<String> rowDifference(List<String> expected, List<String> kept) {
    if (expected.equals(kept)) {
      return Optional.empty();
    }
    return Optional.of(
        "rows that only the model has: %s, that only the store has: %s"
            .formatted(without(expected, kept), without(kept, expected)));
  }

  private static List<String> without(List<String> lines, List<String> others) {
    List<String> rest = new ArrayList<>(lines);
    others.forEach(rest::remove);
    return rest;
  }
}
