package io.orderingengine.internal.execution;

import io.orderingengine.internal.command.Command;
import io.orderingengine.spi.StoreQueries;
import io.orderingengine.value.Outcome;
import java.util.function.Function;

/** A way to run commands and reads. Thread-safe. */
public interface Execution {
  /** Runs a command and answers it after its commit. */
  <T> Outcome<T> run(Command<T> command);

  /** Runs a read, again if its connection to the store was lost. */
  <R> R read(Function<StoreQueries, R> query);
}
