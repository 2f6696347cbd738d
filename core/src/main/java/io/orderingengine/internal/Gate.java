package io.orderingengine.internal;

import io.orderingengine.check.Require;
import io.orderingengine.internal.command.Command;
import io.orderingengine.internal.command.KeyedCommand;
import io.orderingengine.internal.command.RepeatableCommand;
import io.orderingengine.internal.execution.Execution;
import io.orderingengine.internal.execution.Lifecycle;
import io.orderingengine.internal.execution.MicrosecondClock;
import io.orderingengine.spi.ExternalId;
import io.orderingengine.spi.ExternalId.Kind;
import io.orderingengine.spi.Keyset;
import io.orderingengine.spi.OrderingStore;
import io.orderingengine.spi.Row;
import io.orderingengine.spi.StoreQueries;
import io.orderingengine.value.IdempotencyKey;
import io.orderingengine.value.Outcome;
import io.orderingengine.value.Page;
import io.orderingengine.value.PageRequest;
import io.orderingengine.value.Position;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Where every call of every feature enters: as long as the engine is open. Thread-safe. */
final class Gate {
  private final OrderingStore store;
  private final Execution execution;
  private final MicrosecondClock clock;
  private final Executor executor;
  private final Lifecycle lifecycle;

  Gate(
      OrderingStore store,
      Execution execution,
      MicrosecondClock clock,
      Executor executor,
      Lifecycle lifecycle) {
    this.store = store;
    this.execution = execution;
    this.clock = clock;
    this.executor = executor;
    this.lifecycle = lifecycle;
  }

  Instant now() {
    return clock.now();
  }

  <T> Outcome<T> run(Command<T> command) {
    return lifecycle.during(() -> execution.run(command));
  }

  <T> Outcome<T> run(RepeatableCommand<T> command, @Nullable IdempotencyKey key) {
    return run(keyed(command, key));
  }

  /** Runs a command without the calling thread; whatever refuses it fails the stage. */
  <T> CompletionStage<Outcome<T>> submit(
      RepeatableCommand<T> command, @Nullable IdempotencyKey key) {
    requireAsync();
    try {
      return lifecycle.during(() -> execution.submit(keyed(command, key)));
    } catch (RuntimeException refused) {
      return CompletableFuture.failedStage(refused);
    }
  }

  private static <T> Command<T> keyed(RepeatableCommand<T> command, @Nullable IdempotencyKey key) {
    return key == null ? command : new KeyedCommand<>(command, key);
  }

  <R> R read(Function<StoreQueries, R> query) {
    return lifecycle.during(() -> execution.read(query));
  }

  /** The result of a row that may not exist. */
  <R, T> Optional<T> find(RowQuery<R> query, Function<? super R, ? extends T> view) {
    return read(queries -> Optional.<R>ofNullable(query.row(queries))).map(view);
  }

  /** The query for one row that may not exist. */
  interface RowQuery<R> {
    @Nullable R row(StoreQueries queries);
  }

  /** The result of the row that the host knows by this name. */
  <R, T> Optional<T> findByExternalId(
      Kind kind, String externalId, IdQuery<R> query, Function<? super R, ? extends T> view) {
    Require.present("externalId", externalId);
    return find(
        queries -> {
          Long id = queries.idOf(new ExternalId(kind, externalId));
          return id == null ? null : query.row(queries, id);
        },
        view);
  }

  /** The query for one row by its id. */
  interface IdQuery<R> {
    @Nullable R row(StoreQueries queries, long id);
  }

  /** One page; a row more than wanted tells whether another page follows. */
  <R, T> Page<T> page(
      PageRequest request, PageQuery<R> query, Function<R, Position> place, Function<R, T> view) {
    int size = Require.present("request", request).size();
    var keyset = new Keyset(request.newestFirst(), request.after(), size + 1);
    List<R> rows = read(queries -> query.rows(queries, keyset));
    if (rows.size() <= size) {
      return new Page<>(rows.stream().map(view).toList(), Optional.empty());
    }
    PageRequest next = request.after(place.apply(rows.get(size - 1)));
    return new Page<>(rows.stream().limit(size).map(view).toList(), Optional.of(next));
  }

  static Position place(Row row) {
    return new Position(row.createdAt(), row.id());
  }

  /** The query behind a page. */
  interface PageQuery<R> {
    List<R> rows(StoreQueries queries, Keyset keyset);
  }

  /** Runs a call on the executor; an executor that refuses it fails the stage. */
  <R> CompletionStage<R> async(Supplier<R> call) {
    requireAsync();
    try {
      return CompletableFuture.supplyAsync(call, executor);
    } catch (RuntimeException refused) {
      return CompletableFuture.failedStage(refused);
    }
  }

  private void requireAsync() {
    if (store.joinsTransactions()) {
      throw new UnsupportedOperationException(
          "the store joins the transaction of the calling thread, where no other thread can run the"
              + " command: make the same call without Async");
    }
  }

  void close(Duration patience) {
    boolean first = lifecycle.close();
    execution.close(patience);
    lifecycle.await(patience);
    if (first) {
      store.close();
    }
  }
}
