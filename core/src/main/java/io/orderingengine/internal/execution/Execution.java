package io.orderingengine.internal.execution;

import io.orderingengine.internal.command.Command;
import io.orderingengine.spi.StoreQueries;
import io.orderingengine.value.Outcome;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/**
 * A way to run commands and reads. None may be called from inside another, by what a store or a
 * clock calls: that is an {@link IllegalStateException}. Thread-safe.
 */
public interface Execution {
  /** Runs a command and answers it after its commit. */
  <T> Outcome<T> run(Command<T> command);

  /** The same, without the calling thread; the stage completes on the host's executor. */
  <T> CompletionStage<Outcome<T>> submit(Command<T> command);

  /** Runs a read, again if its connection to the store was lost. */
  <R> R read(Function<StoreQueries, R> query);

  /** Refuses what has not begun, and waits for what has, at most for the given time. */
  void close(Duration patience);
}
