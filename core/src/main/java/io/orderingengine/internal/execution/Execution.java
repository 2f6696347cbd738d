package io.orderingengine.internal.execution;

import io.orderingengine.internal.command.Command;
import io.orderingengine.value.Outcome;

/** A way to run commands. Thread-safe. */
public interface Execution {
  /** Runs a command and answers it after its commit. */
  <T> Outcome<T> run(Command<T> command);
}
