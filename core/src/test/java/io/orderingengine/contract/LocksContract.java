package io.orderingengine.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderingengine.catalog.NewProduct;
import io.orderingengine.coupon.Coupon;
import io.orderingengine.coupon.IssuedCouponStatus;
import io.orderingengine.coupon.NewCoupon;
import io.orderingengine.order.OrderStatus;
import io.orderingengine.order.PaymentStatus;
import io.orderingengine.spi.Changes;
import io.orderingengine.spi.CommandKey;
import io.orderingengine.spi.CommandKeyRow;
import io.orderingengine.spi.ContentDigest;
import io.orderingengine.spi.IssuedCouponChange;
import io.orderingengine.spi.OrderChange;
import io.orderingengine.spi.OrderingStore;
import io.orderingengine.spi.PaymentChange;
import io.orderingengine.spi.RowIds;
import io.orderingengine.spi.RowKeys;
import io.orderingengine.spi.Rows;
import io.orderingengine.user.UserId;
import io.orderingengine.value.Money;
import io.orderingengine.value.Outcome;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/**
 * Locks, one kind of row at a time and without chance: while one transaction holds a row, another
 * that names it waits, and then sees what the first has written.
 */
public abstract class LocksContract extends StoreContract {
  static final String MUST_WAIT = "whether the second transaction got past the lock";

  private static final int A_MOMENT_MILLIS = 250;
  private static final int PATIENCE_SECONDS = 30;

  /** One transaction locks and writes; meanwhile another locks the same, and tells what it saw. */
  private Object seenByTheSecond(RowKeys keys, Changes written, Function<Rows, ?> look) {
    CompletableFuture<?> second =
        store.inTransaction(
            transaction -> {
              transaction.lock(keys);
              CompletableFuture<?> other =
                  CompletableFuture.supplyAsync(
                      () -> store.inTransaction(later -> look.apply(later.lock(keys))));
              assertThat(endsInAMoment(other)).as(MUST_WAIT).isFalse();
              transaction.write(written);
              return other;
            });
    return get(second);
  }

  private static boolean endsInAMoment(CompletableFuture<?> future) {
    try {
      future.get(A_MOMENT_MILLIS, TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException e) {
      return false;
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  private static <R> R get(CompletableFuture<R> future) {
    try {
      return future.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException | ExecutionException | TimeoutException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void aBalanceIsLocked() {
    long ada = user(10).value();
    RowKeys keys = RowKeys.builder().balances(RowIds.of(ada)).build();
    Changes charged = Changes.builder().moveBalance(ada, 5, START).build();
    assertThat(seenByTheSecond(keys, charged, rows -> rows.balance(ada).balance())).isEqualTo(15L);
    back(Changes.builder().moveBalance(ada, -5, START).build());
  }

  /** Undoes what was written past the engine, for the proof at the end. */
  private void back(Changes inverse) {
    store.inTransaction(
        transaction -> {
          transaction.lock(RowKeys.builder().build());
          transaction.write(inverse);
          return true;
        });
  }

  @Test
  void aStockIsLocked() {
    long red = option(1, 10).value();
    RowKeys keys = RowKeys.builder().productDetails(RowIds.of(red)).build();
    Changes taken = Changes.builder().moveStock(red, -3, START.plusSeconds(1)).build();
    assertThat(
            seenByTheSecond(
                keys,
                taken,
                rows ->
                    List.of(rows.productDetail(red).stock(), rows.productDetail(red).modifiedAt())))
        .isEqualTo(List.of(7L, START.plusSeconds(1)));
    back(Changes.builder().moveStock(red, 3, START).build());
  }

  @Test
  void aCouponIsLocked() {
    long coupon = coupon(1, 10).value();
    RowKeys keys = RowKeys.builder().coupons(RowIds.of(coupon)).build();
    Changes taken = Changes.builder().moveCouponQuantity(coupon, -1, START.plusSeconds(1)).build();
    assertThat(
            seenByTheSecond(
                keys,
                taken,
                rows -> List.of(rows.coupon(coupon).quantity(), rows.coupon(coupon).modifiedAt())))
        .isEqualTo(List.of(9L, START.plusSeconds(1)));
    back(Changes.builder().moveCouponQuantity(coupon, 1, START).build());
  }

  @Test
  void anIssuedCouponIsLocked() {
    long issued = issued(user(0), 1).value();
    RowKeys keys = RowKeys.builder().issuedCoupons(RowIds.of(issued)).build();
    var used =
        new IssuedCouponChange(issued, IssuedCouponStatus.ISSUED, IssuedCouponStatus.USED, START);
    assertThat(
            seenByTheSecond(
                keys,
                Changes.builder().change(used).build(),
                rows ->
                    Arrays.asList(
                        rows.issuedCoupon(issued).status(), rows.issuedCoupon(issued).usedAt())))
        .isEqualTo(List.of(IssuedCouponStatus.USED, START));
    back(
        Changes.builder()
            .change(
                new IssuedCouponChange(
                    issued, IssuedCouponStatus.USED, IssuedCouponStatus.ISSUED, null))
            .build());
  }

  @Test
  void anOrderIsLockedWithItsPayment() {
    var order = engine.orders().place(cart(user(100), option(10, 5), 1)).orElseThrow();
    long id = order.id().value();
    long payment = order.payment().id().value();
    RowKeys keys = RowKeys.builder().orders(RowIds.of(id)).build();
    Changes paid =
        Changes.builder()
            .change(new OrderChange(id, OrderStatus.PLACED, OrderStatus.PAID, 1, 2, START))
            .change(
                new PaymentChange(payment, PaymentStatus.PENDING, PaymentStatus.PAID, START, START))
            .build();
    assertThat(
            seenByTheSecond(
                keys,
                paid,
                rows ->
                    List.of(
                        rows.order(id).order().status(),
                        rows.order(id).order().version(),
                        rows.order(id).payment().status())))
        .isEqualTo(List.of(OrderStatus.PAID, 2L, PaymentStatus.PAID));
    back(
        Changes.builder()
            .change(new OrderChange(id, OrderStatus.PAID, OrderStatus.PLACED, 2, 1, START))
            .change(
                new PaymentChange(payment, PaymentStatus.PAID, PaymentStatus.PENDING, null, START))
            .build());
  }

  @Test
  void aKeyIsLookedUpAfterTheLock() {
    long red = option(1, 10).value();
    var key = new CommandKey(0, "order", "k");
    RowKeys keys = RowKeys.builder().productDetails(RowIds.of(red)).commandKey(key).build();
    var used = new CommandKeyRow(key, new ContentDigest(1, 2, 3, 4), 5, START);
    Changes written = Changes.builder().commandKey(used).build();
    assertThat(seenByTheSecond(keys, written, rows -> rows.commandKey(key))).isEqualTo(used);
  }

  @Test
  void aTransactionThatFailsGivesItsLocksBack() {
    UserId ada = user(100);
    var red = option(10, 5);
    RowKeys keys =
        RowKeys.builder()
            .balances(RowIds.of(ada.value()))
            .productDetails(RowIds.of(red.value()))
            .build();
    assertThatThrownBy(
            () ->
                store.inTransaction(
                    transaction -> {
                      transaction.lock(keys);
                      throw new IllegalStateException("planted");
                    }))
        .hasMessage("planted");
    Supplier<Outcome<?>> elsewhere = () -> engine.orders().checkout(cart(ada, red, 1));
    assertThat(get(CompletableFuture.supplyAsync(elsewhere)).isAccepted()).isTrue();
  }

  @Test
  void twoStoresOverTheSameRowsReserveDifferentIds() {
    OrderingStore other = fixture.open();
    Set<Long> ids = new HashSet<>();
    for (int i = 0; i < 50; i++) {
      ids.add(store.reserveIds(1));
      ids.add(other.reserveIds(1));
    }
    other.close();
    assertThat(ids).hasSize(100);
  }

  /**
   * The first look for the key finds nothing; before the command goes on, an equal command is done
   * elsewhere. Whoever then meets the external id must meet the key too.
   */
  @Test
  void aRetryWithKeyAndExternalIdIsNotTakenForAStranger() {
    NewCoupon coupon = NewCoupon.of(Money.of(1), 5).externalId("launch").key("k");
    var overtaken = new OvertakingStore(store, () -> engine.coupons().create(coupon).orElseThrow());
    Coupon told = engine(overtaken, clock).coupons().create(coupon).orElseThrow();
    assertThat(engine.coupons().findByExternalId("launch")).contains(told);
    NewProduct product =
        NewProduct.of("Acme", "Mug").option("red", Money.of(1), 1).externalId("mug").key("k");
    overtaken.next(() -> engine.catalog().add(product).orElseThrow());
    assertThat(engine(overtaken, clock).catalog().add(product).orElseThrow())
        .isEqualTo(engine.catalog().findByExternalId("mug").orElseThrow());
  }
}
