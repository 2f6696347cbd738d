package io.orderingengine.contract.model;

import io.orderingengine.OrderingEngine;
import io.orderingengine.contract.SettableClock;
import io.orderingengine.contract.StoreFixture;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Supplier;
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

  /** The first difference, in words; empty if there is none. */
  Optional<String> difference(List<Call> calls) {
    var clock = new SettableClock(START);
    Model model = models.apply(START, UNPAID_FOR);
    try (StoreFixture fixture = stores.get()) {
      OrderingEngine engine = engine(fixture, clock);
      var side = new EngineSide(engine, clock);
      for (Call call : calls) {
        String expected = model.answer(call);
        String told = side.answer(call);
        if (!expected.equals(told)) {
          return Optional.of(
              call + ": the model says '" + expected + "', the engine '" + told + "'");
        }
        seen.accept(expected);
      }
      engine.close();
      return rowDifference(
          model.rows.lines(), StoreLines.of(fixture.open().queries(), side.numbers()));
    }
  }

  private static OrderingEngine engine(StoreFixture fixture, SettableClock clock) {
    return OrderingEngine.builder()
        .store(fixture.open())
        .clock(clock)
        .unpaidOrdersExpireAfter(UNPAID_FOR)
        .build();
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
