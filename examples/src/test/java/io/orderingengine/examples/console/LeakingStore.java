package io.orderingengine.examples.console;

import io.orderingengine.spi.Changes;
import io.orderingengine.spi.Delta;
import io.orderingengine.spi.OrderingStore;
import io.orderingengine.spi.RowKeys;
import io.orderingengine.spi.Rows;
import io.orderingengine.spi.StoreQueries;
import io.orderingengine.spi.StoreTransaction;
import io.orderingengine.spi.StoreWork;

/** A broken store: whenever more than one unit is taken, it forgets one of them. */
public final class LeakingStore implements OrderingStore {
  private final OrderingStore sound;

  public LeakingStore(OrderingStore sound) {
    this.sound = sound;
  }

  @Override
  public <R> R inTransaction(StoreWork<R> work) {
    return sound.inTransaction(transaction -> work.run(new Leaking(transaction)));
  }

  private record Leaking(StoreTransaction sound) implements StoreTransaction {
    @Override
    public Rows lock(RowKeys keys) {
      return sound.lock(keys);
    }

    @Override
    public void write(Changes changes) {
      Changes.Builder leaked = Changes.builder().all(changes);
      for (Delta taken : changes.stocks()) {
        if (taken.amount() < -1) {
          leaked.moveStock(taken.id(), 1, taken.at());
        }
      }
      sound.write(leaked.build());
    }
  }

  @Override
  public StoreQueries queries() {
    return sound.queries();
  }

  @Override
  public long reserveIds(int count) {
    return sound.reserveIds(count);
  }

  @Override
  public void close() {
    sound.close();
  }
}
