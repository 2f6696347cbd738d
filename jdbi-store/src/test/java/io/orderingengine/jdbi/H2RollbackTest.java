package io.orderingengine.jdbi;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderingengine.OrderingEngine;
import io.orderingengine.catalog.NewProduct;
import io.orderingengine.catalog.Product;
import io.orderingengine.catalog.ProductDetail;
import io.orderingengine.spi.Changes;
import io.orderingengine.spi.OrderingStore;
import io.orderingengine.spi.RowIds;
import io.orderingengine.spi.RowKeys;
import io.orderingengine.value.Money;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/**
 * On a file, H2 (2.3 to 2.5) may do part of a rollback twice when another transaction commits at
 * the same moment: the second time puts back a value that was changed and committed in between. So
 * a rollback must never run beside a commit; here each transaction of a crowd does one or the
 * other. It takes some seconds because the moment is rare: without that care, a run of this length
 * loses units nearly always.
 */
class H2RollbackTest {
  private static final int CALLERS = 8;
  private static final int TRANSACTIONS = 1_000;
  private static final long STOCK = 1_000_000;

  /** Not a fault of the store: the work itself fails after it has written. */
  private static final class Planted extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  @Test
  void aRollbackUndoesNoCommitOfOthers() throws Exception {
    TestDatabase database = H2Databases.IN_A_FILE.take();
    OrderingStore store = database.open();
    List<Long> options = options(store);
    long[] taken = new long[options.size()];
    ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
    List<Future<long[]>> calls = new ArrayList<>();
    for (int i = 0; i < CALLERS; i++) {
      var chance = new SplittableRandom(i);
      calls.add(callers.submit(() -> take(store, options, chance)));
    }
    for (Future<long[]> call : calls) {
      long[] byOne = call.get();
      for (int i = 0; i < taken.length; i++) {
        taken[i] += byOne[i];
      }
    }
    callers.shutdown();
    for (int i = 0; i < taken.length; i++) {
      assertThat(store.queries().productDetail(options.get(i)).stock())
          .as("stock of option %s", i)
          .isEqualTo(STOCK - taken[i]);
    }
    store.close();
  }

  private static List<Long> options(OrderingStore store) {
    NewProduct product = NewProduct.of("Acme", "Mug");
    for (int i = 0; i < 3; i++) {
      product = product.option("colour " + i, Money.of(1), STOCK);
    }
    OrderingEngine engine = OrderingEngine.builder().store(store).build();
    Product added = engine.catalog().add(product).orElseThrow();
    return added.details().stream().map(ProductDetail::id).map(id -> id.value()).toList();
  }

  /** One caller's transactions; returns the units that it took of each option, and committed. */
  private static long[] take(OrderingStore store, List<Long> options, SplittableRandom chance) {
    long[] taken = new long[options.size()];
    for (int i = 0; i < TRANSACTIONS; i++) {
      int option = chance.nextInt(options.size());
      int fate = chance.nextInt(4);
      try {
        if (transaction(store, options.get(option), fate)) {
          taken[option]++;
        }
      } catch (Planted expected) {
        // It was rolled back.
      }
    }
    return taken;
  }

  /** Fate 0 and 1 take a unit, 2 only looks, 3 fails after its write. */
  private static boolean transaction(OrderingStore store, long option, int fate) {
    RowKeys keys = RowKeys.builder().productDetails(RowIds.of(option)).build();
    return store.inTransaction(
        transaction -> {
          transaction.lock(keys);
          if (fate == 2) {
            return false;
          }
          transaction.write(Changes.builder().moveStock(option, -1, Instant.now()).build());
          if (fate == 3) {
            throw new Planted();
          }
          return true;
        });
  }
}
