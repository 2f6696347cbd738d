package io.orderingengine.contract;

import io.orderingengine.spi.Changes;
import io.orderingengine.spi.OrderingStore;
import io.orderingengine.spi.Row;
import io.orderingengine.spi.RowKeys;
import io.orderingengine.spi.Rows;
import io.orderingengine.spi.StoreTransaction;
import io.orderingengine.spi.Table;

/**
 * Planted: never writes an idempotency key down. Enough of a store for checkouts without coupon.
 */
final class KeyForgettingStore extends PlantedStore {
  KeyForgettingStore(OrderingStore store) {
    super(store);
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
        transaction.write(withoutKeys(changes));
      }
    };
  }

  private static Changes withoutKeys(Changes changes) {
    Changes.Builder rest = Changes.builder();
    Table.ALL.forEach(table -> copy(table, changes, rest));
    changes.balances().forEach(d -> rest.moveBalance(d.id(), d.amount(), d.at()));
    changes.stocks().forEach(d -> rest.moveStock(d.id(), d.amount(), d.at()));
    return rest.build();
  }

  private static <R extends Row> void copy(Table<R> table, Changes changes, Changes.Builder rest) {
    changes.inserts(table).forEach(row -> rest.insert(table, row));
  }
}
