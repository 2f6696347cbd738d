package io.orderingengine.internal.execution;

import io.orderingengine.internal.command.Command;
import io.orderingengine.internal.command.Decision;
import io.orderingengine.internal.command.Ids;
import io.orderingengine.spi.OrderingStore;
import io.orderingengine.spi.RowKeys;
import io.orderingengine.spi.StoreQueries;
import io.orderingengine.value.Outcome;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Function;

/**
 * Runs each command by itself, in one transaction on the calling thread: keys, lock, decide, write.
 * A run again after a conflict decides anew, with ids of its own. In a caller's transaction nothing
 * is run again but the reserving of ids, which is no part of it.
 */
public final class DirectExecution implements Execution {
  private final OrderingStore store;
  private final MicrosecondClock clock;
  private final IdBlocks ids;
  private final Retry retry;
  private final Nesting nesting = new Nesting();
  private final Executor executor;
  private final Lifecycle lifecycle;

  /**
   * An execution.
   *
   * @param lifecycle refuses what the executor begins when the engine is closed
   */
  public DirectExecution(
      OrderingStore store,
      MicrosecondClock clock,
      Duration timeout,
      Executor executor,
      Lifecycle lifecycle) {
    this.store = store;
    this.clock = clock;
    this.executor = executor;
    this.lifecycle = lifecycle;
    if (store.joinsTransactions()) {
      retry = Retry.never();
      ids = new IdBlocks(store, new Retry(timeout));
    } else {
      retry = new Retry(timeout);
      ids = new IdBlocks(store, Retry.never());
    }
  }

  @Override
  public <T> Outcome<T> run(Command<T> command) {
    nesting.refuse();
    RowKeys keys = command.keys();
    Decision<T> decision = retry.run(() -> nesting.during(() -> attempt(command, keys)));
    return read(queries -> decision.outcome(queries, clock::now));
  }

  @Override
  public <T> CompletionStage<Outcome<T>> submit(Command<T> command) {
    nesting.refuse();
    return CompletableFuture.supplyAsync(() -> lifecycle.during(() -> run(command)), executor)
        .minimalCompletionStage();
  }

  @Override
  public <R> R read(Function<StoreQueries, R> query) {
    nesting.refuse();
    return retry.run(() -> nesting.during(() -> query.apply(store.queries())));
  }

  /** What has begun is waited for by the {@link Lifecycle}. */
  @Override
  public void close(Duration patience) {}

  private <T> Decision<T> attempt(Command<T> command, RowKeys keys) {
    long firstId = ids.take(command.ids());
    return store.inTransaction(
        transaction -> {
          var rows = transaction.lock(keys);
          var decision = command.decide(rows, clock.now(), new Ids(firstId, command.ids()));
          if (!decision.changes().isEmpty()) {
            transaction.write(decision.changes());
          }
          return decision;
        });
  }
}
