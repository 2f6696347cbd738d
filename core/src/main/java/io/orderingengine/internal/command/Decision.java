package io.orderingengine.internal.command;

import io.orderingengine.spi.Changes;
import io.orderingengine.spi.StoreQueries;
import io.orderingengine.value.Outcome;
import io.orderingengine.value.Rejection;
import java.time.Instant;
import java.util.function.Supplier;

/** What a command decided: its answer and what is to be written for it. */
public sealed interface Decision<T> {

  /** What is to be written; nothing for a rejection. */
  Changes changes();

  /** The answer, once the changes are committed. */
  Outcome<T> outcome(StoreQueries queries, Supplier<Instant> clock);

  /**
   * Yes, with this value.
   *
   * @param resultId the row that the command made or changed
   */
  record Accept<T>(T value, long resultId, Changes changes) implements Decision<T> {
    @Override
    public Outcome<T> outcome(StoreQueries queries, Supplier<Instant> clock) {
      return Outcome.accepted(value);
    }
  }

  /** Yes, and it was done before: the value is the present state of the row that it made. */
  record Repeat<T>(RepeatableCommand<T> command, long resultId, Changes changes)
      implements Decision<T> {
    @Override
    public Outcome<T> outcome(StoreQueries queries, Supplier<Instant> clock) {
      return Outcome.accepted(command.read(queries, resultId, clock.get()));
    }
  }

  /** No. */
  record Reject<T>(Rejection reason) implements Decision<T> {
    @Override
    public Changes changes() {
      return Changes.none();
    }

    @Override
    public Outcome<T> outcome(StoreQueries queries, Supplier<Instant> clock) {
      return Outcome.rejected(reason);
    }
  }

  static <T> Decision<T> accept(T value, long resultId, Changes changes) {
    return new Accept<>(value, resultId, changes);
  }

  static <T> Decision<T> repeat(RepeatableCommand<T> command, long resultId) {
    return new Repeat<>(command, resultId, Changes.none());
  }

  static <T> Decision<T> reject(Rejection reason) {
    return new Reject<>(reason);
  }
}
