package io.orderingengine.internal.execution;

import io.orderingengine.internal.command.Command;
import io.orderingengine.internal.command.Decision;
import io.orderingengine.value.Outcome;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Function;

/** A command that no thread waits for: its stage completes on the executor. */
final class Promise<T> extends Submission<T> {
  private final CompletableFuture<Outcome<T>> future = new CompletableFuture<>();
  private final Executor executor;
  private final Function<Decision<T>, Outcome<T>> outcome;

  /**
   * A promise.
   *
   * @param outcome what a decision answers once it is committed
   */
  Promise(
      Command<T> command,
      Deadline deadline,
      Executor executor,
      Function<Decision<T>, Outcome<T>> outcome) {
    super(command, deadline);
    this.executor = executor;
    this.outcome = outcome;
  }

  CompletionStage<Outcome<T>> stage() {
    return future.minimalCompletionStage();
  }

  /** An executor that refuses does not keep the answer back. */
  @Override
  void answer() {
    try {
      executor.execute(this::complete);
    } catch (RuntimeException | Error refused) {
      complete();
    }
  }

  private void complete() {
    try {
      future.complete(outcome.apply(decision()));
    } catch (RuntimeException | Error failure) {
      future.completeExceptionally(failure);
    }
  }
}
