package io.orderingengine.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderingengine.order.Order;
import io.orderingengine.spi.RowIds;
import io.orderingengine.spi.RowKeys;
import io.orderingengine.user.UserId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The one order of locking, proved by a lock in the middle: a transaction that names many rows, and
 * waits for one of them, has the row before it and has not the row after it.
 */
public abstract class LockOrderContract extends StoreContract {
  static final String BEFORE = "whether the row before the one in the middle is locked";
  static final String AFTER = "whether the row after the one in the middle is free";

  private static final int A_MOMENT_MILLIS = 150;
  private static final int PATIENCE_SECONDS = 30;

  /** The other transactions; none may go on when the test has ended. */
  private final List<CompletableFuture<?>> others = new ArrayList<>();

  /** How long a transaction may take to come to the lock that it waits for. */
  Duration patience() {
    return Duration.ofSeconds(PATIENCE_SECONDS);
  }

  @Test
  void balancesAscend() {
    assertAscending(Stream.generate(() -> user(0).value()), RowKeys.Builder::balances);
  }

  @Test
  void issuedCouponsAscend() {
    UserId ada = user(0);
    assertAscending(Stream.generate(() -> issued(ada, 1).value()), RowKeys.Builder::issuedCoupons);
  }

  @Test
  void ordersAscend() {
    assertAscending(Stream.generate(() -> placed().id().value()), RowKeys.Builder::orders);
  }

  @Test
  void couponsAscend() {
    assertAscending(Stream.generate(() -> coupon(1, 1).value()), RowKeys.Builder::coupons);
  }

  @Test
  void optionsAscend() {
    assertAscending(Stream.generate(() -> option(1, 1).value()), RowKeys.Builder::productDetails);
  }

  @Test
  void theKindsComeOneAfterTheOther() {
    assertOrder(
        List.of(
            RowKeys.builder().balances(RowIds.of(user(0).value())).build(),
            RowKeys.builder().issuedCoupons(RowIds.of(issued(user(0), 1).value())).build(),
            RowKeys.builder().orders(RowIds.of(placed().id().value())).build(),
            RowKeys.builder().coupons(RowIds.of(coupon(1, 1).value())).build(),
            RowKeys.builder().productDetails(RowIds.of(option(1, 1).value())).build()));
  }

  private Order placed() {
    return engine.orders().place(cart(user(0), option(1, 1), 1)).orElseThrow();
  }

  private void assertAscending(Stream<Long> ids, BiConsumer<RowKeys.Builder, RowIds> kind) {
    assertOrder(
        ids.limit(3)
            .sorted()
            .map(
                id -> {
                  RowKeys.Builder keys = RowKeys.builder();
                  kind.accept(keys, RowIds.of(id));
                  return keys.build();
                })
            .toList());
  }

  /** Each row but the first and the last is the one in the middle once. */
  private void assertOrder(List<RowKeys> rows) {
    for (int middle = 1; middle < rows.size() - 1; middle++) {
      assertMiddle(rows, middle);
    }
  }

  private void assertMiddle(List<RowKeys> rows, int middle) {
    CompletableFuture<?> all =
        store.inTransaction(
            holder -> {
              holder.lock(rows.get(middle));
              CompletableFuture<?> waiting = lockElsewhere(union(rows));
              assertThat(becomesLocked(rows.get(middle - 1))).as(BEFORE).isTrue();
              assertThat(ends(lockElsewhere(rows.get(middle + 1)), PATIENCE_SECONDS * 1_000))
                  .as(AFTER)
                  .isTrue();
              return waiting;
            });
    assertThat(ends(all, PATIENCE_SECONDS * 1_000)).as("whether the waiting ends").isTrue();
    for (CompletableFuture<?> other : others) {
      assertThat(ends(other, PATIENCE_SECONDS * 1_000)).as("whether the others end").isTrue();
    }
    others.clear();
  }

  /** The transaction that takes the locks may not have come so far yet: so it is tried again. */
  private boolean becomesLocked(RowKeys keys) {
    long end = System.nanoTime() + patience().toNanos();
    boolean waited;
    do {
      waited = !ends(lockElsewhere(keys), A_MOMENT_MILLIS);
    } while (!waited && System.nanoTime() - end < 0);
    return waited;
  }

  private CompletableFuture<?> lockElsewhere(RowKeys keys) {
    CompletableFuture<?> other =
        CompletableFuture.runAsync(
            () -> store.inTransaction(transaction -> transaction.lock(keys)),
            work -> new Thread(work, "another").start());
    others.add(other);
    return other;
  }

  private static boolean ends(CompletableFuture<?> future, int millis) {
    try {
      future.get(millis, TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException e) {
      return false;
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  private static RowKeys union(List<RowKeys> rows) {
    RowKeys.Builder all = RowKeys.builder();
    for (RowKeys keys : rows) {
      all.balances(keys.balances())
          .issuedCoupons(keys.issuedCoupons())
          .orders(keys.orders())
          .coupons(keys.coupons())
          .productDetails(keys.productDetails());
    }
    return all.build();
  }
}
