package io.orderingengine.contract;

import io.orderingengine.spi.Changes;
import io.orderingengine.spi.OrderingStore;
import io.orderingengine.spi.RowKeys;
import io.orderingengine.spi.Rows;
import io.orderingengine.spi.StoreQueries;
import io.orderingengine.spi.StoreTransaction;
import io.orderingengine.spi.StoreWork;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/** A good store in front of which a test watches its transactions, holds them, or spoils them. */
final class StagedStore implements OrderingStore {
  /** What a transaction comes to, in this order; a step is announced before it is made. */
  enum Step {
    BEGIN,
    LOCK,
    WRITE,
    COMMIT,
    /** It is committed, and its work is not told yet. */
    END
  }

  /** A transaction as it was seen. */
  static final class Seen {
    private final Thread thread = Thread.currentThread();
    private volatile RowKeys keys = RowKeys.builder().build();
    private volatile Changes changes = Changes.none();

    Thread thread() {
      return thread;
    }

    RowKeys keys() {
      return keys;
    }

    /** What it was about to write. */
    Changes changes() {
      return changes;
    }

    /** The users whose balances it has named, in ascending order. */
    List<Long> users() {
      return IntStream.range(0, keys.balances().size()).mapToObj(keys.balances()::get).toList();
    }
  }

  private final OrderingStore store;
  private final List<Seen> seen = new CopyOnWriteArrayList<>();
  private final Map<Step, Consumer<Seen>> acts = new ConcurrentHashMap<>();
  private volatile UnaryOperator<Rows> lens = rows -> rows;
  private volatile Runnable beforeQueries = () -> {};

  StagedStore(OrderingStore store) {
    this.store = store;
  }

  /** Does this whenever a transaction comes to the step, in place of what was done there before. */
  void at(Step step, Consumer<Seen> act) {
    acts.put(step, act);
  }

  /** Lets transactions see their rows through this. */
  void through(UnaryOperator<Rows> bent) {
    lens = bent;
  }

  /** Does this before each read. */
  void beforeQueries(Runnable act) {
    beforeQueries = act;
  }

  /** Throws for so many transactions that come by. */
  static Consumer<Seen> failing(int times, Supplier<? extends Throwable> failure) {
    var left = new AtomicInteger(times);
    return transaction -> {
      if (left.getAndDecrement() > 0) {
        fail(failure.get());
      }
    };
  }

  static void fail(Throwable failure) {
    if (failure instanceof Error error) {
      throw error;
    }
    throw (RuntimeException) failure;
  }

  /** The transactions since {@link #forget}, in the order in which they began. */
  List<Seen> seen() {
    return List.copyOf(seen);
  }

  void forget() {
    seen.clear();
  }

  private void announce(Step step, Seen transaction) {
    acts.getOrDefault(step, any -> {}).accept(transaction);
  }

  @Override
  public <R> R inTransaction(StoreWork<R> work) {
    var now = new Seen();
    seen.add(now);
    announce(Step.BEGIN, now);
    R result =
        store.inTransaction(
            transaction -> {
              R done = work.run(staged(transaction, now));
              announce(Step.COMMIT, now);
              return done;
            });
    announce(Step.END, now);
    return result;
  }

  private StoreTransaction staged(StoreTransaction transaction, Seen now) {
    return new StoreTransaction() {
      @Override
      public Rows lock(RowKeys keys) {
        now.keys = keys;
        announce(Step.LOCK, now);
        return lens.apply(transaction.lock(keys));
      }

      @Override
      public void write(Changes changes) {
        now.changes = changes;
        announce(Step.WRITE, now);
        transaction.write(changes);
      }
    };
  }

  @Override
  public StoreQueries queries() {
    beforeQueries.run();
    return store.queries();
  }

  @Override
  public long reserveIds(int count) {
    return store.reserveIds(count);
  }

  @Override
  public void close() {
    store.close();
  }
}
