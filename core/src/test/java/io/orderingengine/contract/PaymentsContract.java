package io.orderingengine.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderingengine.balance.BalanceHistory;
import io.orderingengine.balance.InsufficientBalance;
import io.orderingengine.balance.TransactionType;
import io.orderingengine.catalog.ProductDetailId;
import io.orderingengine.coupon.CouponExpired;
import io.orderingengine.coupon.IssuedCouponId;
import io.orderingengine.coupon.IssuedCouponStatus;
import io.orderingengine.coupon.NewCoupon;
import io.orderingengine.order.NotCancellable;
import io.orderingengine.order.NotPayable;
import io.orderingengine.order.Order;
import io.orderingengine.order.OrderId;
import io.orderingengine.order.OrderNotFound;
import io.orderingengine.order.OrderStatus;
import io.orderingengine.order.PaymentStatus;
import io.orderingengine.user.UserId;
import io.orderingengine.value.AmountOutOfRange;
import io.orderingengine.value.IdempotencyKey;
import io.orderingengine.value.Money;
import io.orderingengine.value.PageRequest;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Orders that are paid later, cancelled, or left to expire. */
public abstract class PaymentsContract extends StoreContract {

  @Test
  void aPlacedOrderTakesStockAndCouponButNoMoney() {
    UserId ada = user(100);
    ProductDetailId red = option(10, 5);
    IssuedCouponId coupon = issued(ada, 3);
    Order order = engine.orders().place(cart(ada, red, 2).coupon(coupon)).orElseThrow();
    reopen();
    assertThat(engine.orders().find(order.id())).contains(order);
    assertThat(order.status()).isEqualTo(OrderStatus.PLACED);
    assertThat(order.expiresAt()).isEqualTo(START.plus(UNPAID_FOR));
    assertThat(order.payment().status()).isEqualTo(PaymentStatus.PENDING);
    assertThat(order.payment().paidAt()).isNull();
    assertThat(stock(red)).isEqualTo(3);
    assertThat(balance(ada)).isEqualTo(100);
    assertThat(status(coupon)).isEqualTo(IssuedCouponStatus.USED);
  }

  private IssuedCouponStatus status(IssuedCouponId coupon) {
    return engine.coupons().findIssued(coupon).orElseThrow().status();
  }

  private Order placed(UserId user, long price) {
    return engine.orders().place(cart(user, option(price, 5), 1)).orElseThrow();
  }

  @Test
  void aPlacedOrderIsPaid() {
    UserId ada = user(100);
    IssuedCouponId coupon = issued(ada, 3);
    Order order = engine.orders().place(cart(ada, option(10, 5), 2).coupon(coupon)).orElseThrow();
    clock.advance(Duration.ofMinutes(5));
    Order paid = engine.orders().pay(ada, order.id()).orElseThrow();
    reopen();
    assertThat(engine.orders().find(order.id())).contains(paid);
    assertThat(paid.status()).isEqualTo(OrderStatus.PAID);
    assertThat(paid.version()).isEqualTo(2);
    assertThat(paid.payment().status()).isEqualTo(PaymentStatus.PAID);
    assertThat(paid.payment().paidAt()).isEqualTo(START.plus(Duration.ofMinutes(5)));
    assertThat(balance(ada)).isEqualTo(83);
    BalanceHistory debit =
        engine.balances().history(ada, PageRequest.newestFirst(1)).items().get(0);
    assertThat(debit.amount()).isEqualTo(Money.of(-17));
    assertThat(debit.issuedCouponId()).isEqualTo(coupon);
  }

  @Test
  void payingIsRejected() {
    UserId ada = user(10);
    UserId bob = user(10);
    Order order = placed(ada, 11);
    OrderId unknown = OrderId.of(Long.MAX_VALUE);
    assertRejected(() -> engine.orders().pay(unknown), new OrderNotFound(unknown));
    assertRejected(() -> engine.orders().pay(bob, order.id()), new OrderNotFound(order.id()));
    assertRejected(
        () -> engine.orders().pay(ada, order.id()),
        new InsufficientBalance(ada, Money.of(11), Money.of(10)));
    engine.balances().charge(ada, Money.of(1)).orElseThrow();
    engine.orders().pay(order.id()).orElseThrow();
    assertRejected(
        () -> engine.orders().pay(order.id()), new NotPayable(order.id(), OrderStatus.PAID));
    engine.orders().cancel(order.id()).orElseThrow();
    assertRejected(
        () -> engine.orders().pay(order.id()), new NotPayable(order.id(), OrderStatus.CANCELLED));
  }

  @Test
  void anOrderIsPayableUntilItsTimeIsOver() {
    UserId ada = user(100);
    Order inTime = placed(ada, 1);
    Order late = placed(ada, 1);
    clock.advance(UNPAID_FOR.minusNanos(1_000));
    assertThat(engine.orders().pay(inTime.id()).isAccepted()).isTrue();
    clock.advance(Duration.ofNanos(1_000));
    assertRejected(
        () -> engine.orders().pay(late.id()), new NotPayable(late.id(), OrderStatus.PLACED));
  }

  @Test
  void aKeyPaysAndCancelsOnce() {
    UserId ada = user(100);
    Order order = placed(ada, 10);
    IdempotencyKey key = IdempotencyKey.of("k");
    Order paid = engine.orders().pay(ada, order.id(), key).orElseThrow();
    assertThat(engine.orders().pay(ada, order.id(), key).orElseThrow()).isEqualTo(paid);
    assertRejected(
        () -> engine.orders().pay(order.id(), key), new NotPayable(order.id(), OrderStatus.PAID));
    Order cancelled = engine.orders().cancel(ada, order.id(), key).orElseThrow();
    reopen();
    assertThat(engine.orders().cancel(ada, order.id(), key).orElseThrow()).isEqualTo(cancelled);
    assertThat(engine.orders().pay(ada, order.id(), key).orElseThrow()).isEqualTo(cancelled);
    assertThat(balance(ada)).isEqualTo(100);
  }

  @Test
  void cancellingAPaidOrderIsItsExactInverse() {
    UserId ada = user(100);
    ProductDetailId red = option(10, 5);
    IssuedCouponId coupon = issued(ada, 3);
    Order order = engine.orders().checkout(cart(ada, red, 2).coupon(coupon)).orElseThrow();
    clock.advance(Duration.ofMinutes(5));
    Order cancelled = engine.orders().cancel(ada, order.id()).orElseThrow();
    reopen();
    assertThat(engine.orders().find(order.id())).contains(cancelled);
    assertThat(cancelled.status()).isEqualTo(OrderStatus.CANCELLED);
    assertThat(cancelled.payment().status()).isEqualTo(PaymentStatus.REFUNDED);
    assertThat(cancelled.payment().paidAt()).isEqualTo(START);
    assertThat(stock(red)).isEqualTo(5);
    assertThat(balance(ada)).isEqualTo(100);
    assertThat(status(coupon)).isEqualTo(IssuedCouponStatus.ISSUED);
    BalanceHistory refund =
        engine.balances().history(ada, PageRequest.newestFirst(1)).items().get(0);
    assertThat(refund.transactionType()).isEqualTo(TransactionType.REFUND);
    assertThat(refund.amount()).isEqualTo(Money.of(17));
    assertThat(refund.issuedCouponId()).isNull();
    assertThat(engine.orders().checkout(cart(ada, red, 5).coupon(coupon)).isAccepted()).isTrue();
  }

  @Test
  void cancellingAnUnpaidOrderMovesNoMoney() {
    UserId ada = user(100);
    Order order = placed(ada, 10);
    Order cancelled = engine.orders().cancel(order.id()).orElseThrow();
    assertThat(cancelled.payment().status()).isEqualTo(PaymentStatus.CANCELLED);
    assertThat(engine.balances().history(ada, PageRequest.oldestFirst(9)).items()).hasSize(1);
  }

  @Test
  void cancellingIsRejected() {
    UserId ada = user(100);
    Order order = placed(ada, 10);
    OrderId unknown = OrderId.of(Long.MAX_VALUE);
    UserId bob = user(1);
    assertRejected(() -> engine.orders().cancel(unknown), new OrderNotFound(unknown));
    assertRejected(() -> engine.orders().cancel(bob, order.id()), new OrderNotFound(order.id()));
    engine.orders().cancel(order.id()).orElseThrow();
    assertRejected(
        () -> engine.orders().cancel(order.id()),
        new NotCancellable(order.id(), OrderStatus.CANCELLED));
  }

  @Test
  void aRefundThatDoesNotFitIsRejected() {
    UserId ada = user(Long.MAX_VALUE);
    Order order = engine.orders().checkout(cart(ada, option(10, 5), 1)).orElseThrow();
    engine.balances().charge(ada, Money.of(1)).orElseThrow();
    assertRejected(
        () -> engine.orders().cancel(order.id()), new AmountOutOfRange("balance", Money.of(10)));
  }

  @Test
  void aCouponThatComesBackMayBeTooOld() {
    UserId ada = user(100);
    ProductDetailId red = option(10, 5);
    IssuedCouponId coupon = issued(ada, 3);
    Order order = engine.orders().checkout(cart(ada, red, 1).coupon(coupon)).orElseThrow();
    clock.advance(NewCoupon.DEFAULT_VALIDITY);
    engine.orders().cancel(order.id()).orElseThrow();
    assertThat(status(coupon)).isEqualTo(IssuedCouponStatus.EXPIRED);
    assertRejected(
        () -> engine.orders().checkout(cart(ada, red, 1).coupon(coupon)),
        new CouponExpired(coupon, clock.instant()));
  }

  @Test
  void unpaidOrdersExpireInBatchesTheOldestFirst() {
    UserId ada = user(100);
    ProductDetailId red = option(10, 10);
    List<OrderId> placed =
        IntStream.range(0, 5).mapToObj(i -> placeAfterASecond(ada, red)).toList();
    Order paid = engine.orders().pay(placed.get(1)).orElseThrow();
    engine.orders().cancel(placed.get(2)).orElseThrow();
    assertThat(engine.orders().expireUnpaid(10)).isZero();
    assertThat(store.queries().expiredOrders(START.plus(Duration.ofDays(1)), 10))
        .extracting(rows -> OrderId.of(rows.order().id()))
        .containsExactly(placed.get(0), placed.get(3), placed.get(4));
    clock.set(START.plusSeconds(4).plus(UNPAID_FOR));
    assertThat(engine.orders().expireUnpaid(1)).isEqualTo(1);
    assertThat(status(placed.get(0))).isEqualTo(OrderStatus.CANCELLED);
    assertThat(status(placed.get(3))).isEqualTo(OrderStatus.PLACED);
    assertThat(engine.orders().expireUnpaid(10)).isEqualTo(1);
    assertThat(engine.orders().expireUnpaid(10)).isZero();
    reopen();
    assertThat(engine.orders().find(paid.id())).contains(paid);
    assertThat(status(placed.get(4))).isEqualTo(OrderStatus.PLACED);
    assertThat(stock(red)).isEqualTo(8);
    clock.advance(Duration.ofSeconds(1));
    assertThat(engine.orders().expireUnpaid(10)).isEqualTo(1);
  }

  private OrderId placeAfterASecond(UserId user, ProductDetailId option) {
    clock.advance(Duration.ofSeconds(1));
    return engine.orders().place(cart(user, option, 1)).orElseThrow().id();
  }

  private OrderStatus status(OrderId order) {
    return engine.orders().find(order).orElseThrow().status();
  }

  @Test
  void payingMayRunElsewhere() {
    UserId ada = user(100);
    OrderId one = placed(ada, 10).id();
    OrderId other = placed(ada, 10).id();
    engine.orders().payAsync(one).toCompletableFuture().join().orElseThrow();
    engine.orders().payAsync(ada, other).toCompletableFuture().join().orElseThrow();
    assertThat(balance(ada)).isEqualTo(80);
  }
}
