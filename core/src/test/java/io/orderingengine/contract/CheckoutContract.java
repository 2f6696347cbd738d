package io.orderingengine.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.orderingengine.balance.BalanceHistory;
import io.orderingengine.balance.InsufficientBalance;
import io.orderingengine.balance.TransactionType;
import io.orderingengine.catalog.NewProduct;
import io.orderingengine.catalog.NotForSale;
import io.orderingengine.catalog.OutOfStock;
import io.orderingengine.catalog.Product;
import io.orderingengine.catalog.ProductDetail;
import io.orderingengine.catalog.ProductDetailId;
import io.orderingengine.catalog.ProductDetailNotFound;
import io.orderingengine.coupon.CouponAlreadyUsed;
import io.orderingengine.coupon.CouponExpired;
import io.orderingengine.coupon.CouponNotFound;
import io.orderingengine.coupon.IssuedCoupon;
import io.orderingengine.coupon.IssuedCouponId;
import io.orderingengine.coupon.IssuedCouponStatus;
import io.orderingengine.coupon.NewCoupon;
import io.orderingengine.order.Checkout;
import io.orderingengine.order.Order;
import io.orderingengine.order.OrderItem;
import io.orderingengine.order.OrderStatus;
import io.orderingengine.order.Payment;
import io.orderingengine.order.PaymentStatus;
import io.orderingengine.order.TotalChanged;
import io.orderingengine.user.UserId;
import io.orderingengine.user.UserNotFound;
import io.orderingengine.value.AmountOutOfRange;
import io.orderingengine.value.ExternalIdTaken;
import io.orderingengine.value.IdempotencyKey;
import io.orderingengine.value.KeyReused;
import io.orderingengine.value.Money;
import io.orderingengine.value.Page;
import io.orderingengine.value.PageRequest;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Checkout: an order placed and paid in one step. */
public abstract class CheckoutContract extends StoreContract {

  @Test
  void aCheckoutDoesEverythingAtOnce() {
    UserId ada = user(50_000);
    ProductDetailId red = option(4_000, 5);
    ProductDetailId blue = option(1_000, 5);
    IssuedCouponId coupon = issued(ada, 500);
    clock.advance(Duration.ofSeconds(3));
    Checkout cart =
        Checkout.by(ada)
            .item(blue, 1)
            .item(red, 2)
            .coupon(coupon)
            .expectTotal(Money.of(9_000))
            .externalId("web-17");
    Order order = engine.orders().checkout(cart).orElseThrow();
    reopen();
    assertThat(engine.orders().find(order.id())).contains(order);
    assertThat(engine.orders().findByExternalId("web-17")).contains(order);
    assertThat(stock(red)).isEqualTo(3);
    assertThat(stock(blue)).isEqualTo(4);
    assertThat(balance(ada)).isEqualTo(41_500);
    assertOrder(order, ada, coupon);
    assertItems(order, blue, red);
    assertUsed(coupon, ada);
  }

  private void assertOrder(Order order, UserId ada, IssuedCouponId coupon) {
    assertThat(order.userId()).isEqualTo(ada);
    assertThat(order.issuedCouponId()).isEqualTo(coupon);
    assertThat(order.status()).isEqualTo(OrderStatus.PAID);
    assertThat(order.totalAmount()).isEqualTo(Money.of(9_000));
    assertThat(order.discountAmount()).isEqualTo(Money.of(500));
    assertThat(order.paymentAmount()).isEqualTo(Money.of(8_500));
    assertThat(order.expiresAt()).isNull();
    assertThat(order.version()).isEqualTo(1);
    assertThat(order.orderDate()).isEqualTo(START.plusSeconds(3)).isEqualTo(order.createdAt());
    Payment payment = order.payment();
    assertThat(payment.orderId()).isEqualTo(order.id());
    assertThat(payment.status()).isEqualTo(PaymentStatus.PAID);
    assertThat(payment.amount()).isEqualTo(Money.of(8_500));
    assertThat(payment.paidAt()).isEqualTo(START.plusSeconds(3));
  }

  private void assertItems(Order order, ProductDetailId blue, ProductDetailId red) {
    assertThat(order.items())
        .extracting(
            OrderItem::productDetailId,
            OrderItem::unitPrice,
            OrderItem::quantity,
            OrderItem::discountShare)
        .containsExactly(
            tuple(blue, Money.of(1_000), 1L, Money.of(56)),
            tuple(red, Money.of(4_000), 2L, Money.of(444)));
  }

  private void assertUsed(IssuedCouponId coupon, UserId ada) {
    IssuedCoupon used = engine.coupons().findIssued(coupon).orElseThrow();
    assertThat(used.status()).isEqualTo(IssuedCouponStatus.USED);
    assertThat(used.usedAt()).isEqualTo(START.plusSeconds(3));
    BalanceHistory debit =
        engine.balances().history(ada, PageRequest.newestFirst(1)).items().get(0);
    assertThat(debit.transactionType()).isEqualTo(TransactionType.USE);
    assertThat(debit.amount()).isEqualTo(Money.of(-8_500));
    assertThat(debit.issuedCouponId()).isEqualTo(coupon);
  }

  @Test
  void linesForOneOptionAreMerged() {
    ProductDetailId red = option(10, 5);
    ProductDetailId blue = option(1, 5);
    UserId ada = user(99);
    Checkout cart = Checkout.by(ada).item(red, 1).item(blue, 1).item(red, 3);
    Order order = engine.orders().checkout(cart).orElseThrow();
    assertThat(order.items())
        .extracting(OrderItem::productDetailId, OrderItem::quantity)
        .containsExactly(tuple(red, 4L), tuple(blue, 1L));
    assertRejected(
        () -> engine.orders().checkout(Checkout.by(ada).item(blue, 3).item(blue, 2)),
        new OutOfStock(blue, 5, 4));
  }

  @Test
  void aDiscountNeverExceedsTheTotal() {
    UserId ada = user(5);
    Checkout cart = cart(ada, option(10, 5), 1).coupon(issued(ada, 500));
    Order order = engine.orders().checkout(cart).orElseThrow();
    assertThat(order.discountAmount()).isEqualTo(Money.of(10));
    assertThat(order.paymentAmount()).isEqualTo(Money.ZERO);
    assertThat(balance(ada)).isEqualTo(5);
    assertThat(engine.balances().history(ada, PageRequest.newestFirst(1)).items().get(0).amount())
        .isEqualTo(Money.ZERO);
  }

  @Test
  void anOrderMayHaveAThousandLines() {
    Checkout cart = Checkout.by(user(1_000_000));
    for (ProductDetail detail : beads(Checkout.MAX_LINES).details()) {
      cart = cart.item(detail.id(), 1);
    }
    Order order = engine.orders().checkout(cart).orElseThrow();
    reopen();
    assertThat(engine.orders().find(order.id())).contains(order);
    assertThat(order.items()).hasSize(Checkout.MAX_LINES);
  }

  private Product beads(int colours) {
    NewProduct bead = NewProduct.of("Acme", "Bead");
    for (int i = 0; i < colours; i++) {
      bead = bead.option("colour " + i, Money.of(i), 1);
    }
    return engine.catalog().add(bead).orElseThrow();
  }

  @Test
  void aCheckoutIsRejectedForItsLines() {
    UserId ada = user(100);
    UserId nobody = UserId.of(Long.MAX_VALUE);
    ProductDetailId red = option(10, 5);
    ProductDetailId unknown = ProductDetailId.of(Long.MAX_VALUE);
    ProductDetailId closed = option(10, 5);
    engine.catalog().setOnSale(closed, false).orElseThrow();
    assertRejected(() -> engine.orders().checkout(cart(nobody, red, 1)), new UserNotFound(nobody));
    assertRejected(
        () -> engine.orders().checkout(cart(ada, red, 1).item(unknown, 1)),
        new ProductDetailNotFound(unknown));
    assertRejected(
        () -> engine.orders().checkout(cart(ada, red, 1).item(closed, 1)), new NotForSale(closed));
    assertRejected(() -> engine.orders().checkout(cart(ada, red, 6)), new OutOfStock(red, 6, 5));
    assertRejected(
        () -> engine.orders().checkout(cart(ada, red, Checkout.MAX_QUANTITY)),
        new OutOfStock(red, Checkout.MAX_QUANTITY, 5));
  }

  @Test
  void aCheckoutIsRejectedForItsMoney() {
    UserId ada = user(100);
    ProductDetailId red = option(60, 5);
    assertRejected(
        () -> engine.orders().checkout(cart(ada, red, 2)),
        new InsufficientBalance(ada, Money.of(120), Money.of(100)));
    assertRejected(
        () -> engine.orders().checkout(cart(ada, red, 1).expectTotal(Money.of(59))),
        new TotalChanged(Money.of(59), Money.of(60)));
    ProductDetailId dear = option(Long.MAX_VALUE, 5);
    assertRejected(
        () -> engine.orders().checkout(cart(ada, dear, 2)),
        new AmountOutOfRange("total of the order", Money.of(Long.MAX_VALUE)));
    assertRejected(
        () -> engine.orders().checkout(cart(ada, dear, 1).item(red, 1)),
        new AmountOutOfRange("total of the order", Money.of(60)));
  }

  @Test
  void aCheckoutIsRejectedForItsCoupon() {
    UserId ada = user(100);
    UserId bob = user(100);
    ProductDetailId red = option(10, 5);
    IssuedCouponId bobs = issued(bob, 5);
    IssuedCouponId unknown = IssuedCouponId.of(Long.MAX_VALUE);
    assertRejected(
        () -> engine.orders().checkout(cart(ada, red, 1).coupon(bobs)),
        new CouponNotFound(bobs.value()));
    assertRejected(
        () -> engine.orders().checkout(cart(ada, red, 1).coupon(unknown)),
        new CouponNotFound(unknown.value()));
    engine.orders().checkout(cart(bob, red, 1).coupon(bobs)).orElseThrow();
    assertRejected(
        () -> engine.orders().checkout(cart(bob, red, 1).coupon(bobs)),
        new CouponAlreadyUsed(bobs));
    IssuedCouponId old = issued(ada, 5);
    clock.advance(NewCoupon.DEFAULT_VALIDITY);
    assertRejected(
        () -> engine.orders().checkout(cart(ada, red, 1).coupon(old)),
        new CouponExpired(old, clock.instant()));
  }

  @Test
  void anExternalIdIsTakenOnce() {
    UserId ada = user(100);
    ProductDetailId red = option(10, 5);
    Order first = engine.orders().checkout(cart(ada, red, 1).externalId("x")).orElseThrow();
    assertRejected(
        () -> engine.orders().checkout(cart(ada, red, 1).externalId("x")),
        new ExternalIdTaken("x", first.id().value()));
  }

  @Test
  void aKeyOrdersOnce() {
    UserId ada = user(100);
    ProductDetailId red = option(10, 5);
    IdempotencyKey key = IdempotencyKey.of("cart-17");
    Checkout cart = cart(ada, red, 2).key("cart-17");
    assertThat(engine.orders().findByKey(ada, key)).isEmpty();
    Order first = engine.orders().checkout(cart).orElseThrow();
    reopen();
    assertThat(engine.orders().checkout(cart).orElseThrow()).isEqualTo(first);
    assertThat(engine.orders().findByKey(ada, key)).contains(first);
    assertThat(stock(red)).isEqualTo(3);
    assertRejected(
        () -> engine.orders().checkout(cart(ada, red, 1).key("cart-17")), new KeyReused(key));
    assertRejected(() -> engine.orders().place(cart), new KeyReused(key));
    UserId bob = user(100);
    assertThat(engine.orders().findByKey(bob, key)).isEmpty();
    assertThat(engine.orders().checkout(cart(bob, red, 1).key("cart-17")).isAccepted()).isTrue();
  }

  @Test
  void aRepeatedKeyAnswersTheOrderAsItIsNow() {
    UserId ada = user(100);
    Checkout cart = cart(ada, option(10, 5), 2).key("k");
    Order first = engine.orders().checkout(cart).orElseThrow();
    Order cancelled = engine.orders().cancel(first.id()).orElseThrow();
    assertThat(engine.orders().checkout(cart).orElseThrow()).isEqualTo(cancelled);
  }

  @Test
  void ordersComeInPages() {
    UserId ada = user(1_000);
    ProductDetailId red = option(1, 50);
    for (int i = 0; i < 5; i++) {
      clock.advance(Duration.ofSeconds(1));
      engine.orders().checkout(cart(ada, red, i + 1)).orElseThrow();
    }
    Page<Order> newest = engine.orders().page(ada, PageRequest.newestFirst(3));
    assertThat(newest.items())
        .extracting(order -> order.items().get(0).quantity())
        .isEqualTo(List.of(5L, 4L, 3L));
    Page<Order> rest = engine.orders().page(ada, newest.next().orElseThrow());
    assertThat(rest.items())
        .extracting(order -> order.items().get(0).quantity())
        .isEqualTo(List.of(2L, 1L));
    assertThat(rest.next()).isEmpty();
    assertThat(engine.orders().page(user(0), PageRequest.newestFirst(3)).items()).isEmpty();
  }

  @Test
  void aCheckoutMayRunElsewhere() {
    UserId ada = user(100);
    Checkout cart = cart(ada, option(10, 5), 1);
    Order order = engine.orders().checkoutAsync(cart).toCompletableFuture().join().orElseThrow();
    assertThat(engine.orders().find(ada, order.id())).contains(order);
    assertThat(engine.orders().find(user(0), order.id())).isEmpty();
  }

  @Test
  void anInterruptedCallerIsServedAndStaysInterrupted() {
    Checkout cart = cart(user(100), option(10, 5), 1);
    Thread.currentThread().interrupt();
    boolean accepted = engine.orders().checkout(cart).isAccepted();
    assertThat(Thread.interrupted()).as("the interrupt is kept").isTrue();
    assertThat(accepted).isTrue();
  }
}
