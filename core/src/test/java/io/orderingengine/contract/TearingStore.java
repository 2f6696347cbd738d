package io.orderingengine.contract;

import io.orderingengine.spi.Changes;
import io.orderingengine.spi.Delta;
import io.orderingengine.spi.OrderingStore;
import io.orderingengine.spi.RowIds;
import io.orderingengine.spi.RowKeys;
import io.orderingengine.spi.Rows;
import io.orderingengine.spi.StoreTransaction;
import io.orderingengine.spi.StoreWork;
import io.orderingengine.spi.Update;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** Planted: commits the stock of a second option a moment after everything else. */
final class TearingStore extends PlantedStore {
  private static final long A_MOMENT = 50_000;

  private final ThreadLocal<List<Delta>> late = ThreadLocal.withInitial(List::of);

  TearingStore(OrderingStore store) {
    super(store);
  }

  @Override
  public <R> R inTransaction(StoreWork<R> work) {
    R result = super.inTransaction(work);
    List<Delta> rest = late.get();
    late.remove();
    if (!rest.isEmpty()) {
      LockSupport.parkNanos(A_MOMENT);
      store.inTransaction(transaction -> writeRest(transaction, rest));
    }
    return result;
  }

  private static boolean writeRest(StoreTransaction transaction, List<Delta> rest) {
    transaction.lock(RowKeys.builder().productDetails(RowIds.of(rest, Update::id)).build());
    transaction.write(stocks(Changes.builder(), rest).build());
    return true;
  }

  private static Changes.Builder stocks(Changes.Builder changes, List<Delta> stocks) {
    stocks.forEach(delta -> changes.moveStock(delta.id(), delta.amount(), delta.at()));
    return changes;
  }

  @Override
  StoreTransaction planted(StoreTransaction transaction) {
    return new StoreTransaction() {
      @Override
      public Rows lock(RowKeys keys) {
        return transaction.lock(keys);
      }

      @Override
      public void write(Changes changes) {
        List<Delta> stocks = changes.stocks();
        if (stocks.size() > 1) {
          late.set(stocks.subList(1, stocks.size()));
        }
        transaction.write(allBut(changes, late.get()));
      }
    };
  }

  private static Changes allBut(Changes changes, List<Delta> left) {
    Changes.Builder rest = Changes.builder().all(changes);
    left.forEach(delta -> rest.moveStock(delta.id(), -delta.amount(), delta.at()));
    return rest.build();
  }
}
