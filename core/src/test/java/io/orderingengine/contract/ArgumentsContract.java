package io.orderingengine.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderingengine.OrderingEngine;
import io.orderingengine.catalog.NewOption;
import io.orderingengine.catalog.NewProduct;
import io.orderingengine.catalog.ProductDetailId;
import io.orderingengine.coupon.NewCoupon;
import io.orderingengine.order.Checkout;
import io.orderingengine.order.OrderId;
import io.orderingengine.user.NewUser;
import io.orderingengine.user.UserId;
import io.orderingengine.value.IdempotencyKey;
import io.orderingengine.value.Money;
import io.orderingengine.value.PageRequest;
import io.orderingengine.value.Position;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Bad arguments: refused with the field and the value, before anything changes. */
@SuppressWarnings({"NullAway", "DataFlowIssue"}) // null is what is tested
public abstract class ArgumentsContract extends StoreContract {
  private static final String LONG = "x".repeat(256);

  @Test
  void texts() {
    assertBadArgument(() -> NewUser.named(null), "name", "null");
    assertBadArgument(() -> NewUser.named(" "), "name", "' '");
    assertBadArgument(() -> NewUser.named(LONG), "name", "255", "256", "'xxx");
    assertBadArgument(() -> NewUser.named("a").email(LONG), "email", "256");
    assertBadArgument(() -> NewUser.named("a\0b"), "name", "U+0000", "1");
    assertBadArgument(() -> NewUser.named("a\ud800"), "name", "U+D800", "1");
    assertBadArgument(() -> NewUser.named("a").externalId(""), "externalId");
    assertBadArgument(() -> NewProduct.of(LONG, "b"), "brand", "256");
    assertBadArgument(() -> NewProduct.of("a", LONG), "name", "256");
    assertBadArgument(() -> NewOption.of(LONG, Money.of(1), 1), "optionValue", "256");
    assertBadArgument(() -> IdempotencyKey.of(LONG), "key", "256");
    String most = "\ud83e\udd89".repeat(127) + "x";
    assertThat(engine.users().register(NewUser.named(most)).orElseThrow().name()).isEqualTo(most);
  }

  @Test
  void amounts() {
    UserId ada = user(5);
    ProductDetailId red = option(1, 1);
    assertBadArgument(() -> engine.balances().charge(ada, Money.ZERO), "amount", "0");
    assertBadArgument(() -> engine.balances().charge(ada, Money.of(-1)), "amount", "-1");
    assertBadArgument(() -> engine.balances().charge(ada, null), "amount", "null");
    assertBadArgument(() -> NewUser.named("a").openingBalance(Money.of(-1)), "opening", "-1");
    assertBadArgument(() -> NewOption.of("a", Money.of(-1), 1), "price", "-1");
    assertBadArgument(() -> engine.catalog().changePrice(red, Money.of(-7)), "price", "-7");
    assertBadArgument(() -> NewCoupon.of(Money.ZERO, 1), "discountPrice", "0");
    assertBadArgument(() -> cart(ada, red, 1).expectTotal(Money.of(-1)), "expectedTotal", "-1");
  }

  @Test
  void quantities() {
    UserId ada = user(5);
    ProductDetailId red = option(1, 1);
    assertBadArgument(() -> cart(ada, red, 0), "quantity", "0");
    assertBadArgument(() -> cart(ada, red, -3), "quantity", "-3");
    assertBadArgument(() -> cart(ada, red, Long.MAX_VALUE), "quantity", "9223372036854775807");
    assertBadArgument(
        () -> cart(ada, red, Checkout.MAX_QUANTITY).item(red, 1), "quantity", "1000000001");
    assertBadArgument(() -> NewCoupon.of(Money.of(1), 0), "quantity", "0");
    assertBadArgument(() -> NewOption.of("a", Money.of(1), -1), "stock", "-1");
    assertBadArgument(
        () -> NewOption.of("a", Money.of(1), NewOption.MAX_STOCK + 1), "stock", "1000000000000001");
    assertBadArgument(() -> engine.catalog().adjustStock(red, 0), "units", "0");
    assertBadArgument(
        () -> engine.catalog().adjustStock(red, Long.MIN_VALUE), "units", "-9223372036854775808");
    assertBadArgument(() -> engine.orders().expireUnpaid(0), "max", "0");
    assertBadArgument(() -> engine.orders().expireUnpaid(1_001), "max", "1001");
  }

  @Test
  void lines() {
    UserId ada = user(5);
    assertBadArgument(() -> engine.orders().checkout(Checkout.by(ada)), "lines", "0");
    assertBadArgument(() -> engine.orders().place(Checkout.by(ada)), "lines", "0");
    assertBadArgument(() -> engine.orders().checkoutAsync(Checkout.by(ada)), "lines", "0");
    assertBadArgument(() -> engine.catalog().add(NewProduct.of("a", "b")), "options", "0");
    assertBadArgument(
        () -> {
          Checkout cart = Checkout.by(ada);
          for (int i = 1; i <= 1_001; i++) {
            cart = cart.item(ProductDetailId.of(i), 1);
          }
        },
        "lines",
        "1001");
    assertBadArgument(
        () -> NewProduct.of("a", "b").option(NewOption.of("x", Money.of(1), 1).key("k")),
        "key",
        "k");
    assertBadArgument(
        () ->
            NewProduct.of("a", "b")
                .option(NewOption.of("x", Money.of(1), 1).externalId("e"))
                .option(NewOption.of("y", Money.of(1), 1).externalId("e")),
        "externalId",
        "'e'");
  }

  @Test
  void times() {
    assertBadArgument(
        () -> NewCoupon.of(Money.of(1), 1).validFor(Duration.ZERO), "validity", "PT0S");
    assertBadArgument(
        () -> NewCoupon.of(Money.of(1), 1).validFor(Duration.ofDays(40_000)),
        "validity",
        "PT960000H");
    assertBadArgument(
        () -> NewCoupon.of(Money.of(1), 1).issueFrom(Instant.MAX), "issueFrom", "+1000000000");
    assertBadArgument(
        () -> NewCoupon.of(Money.of(1), 1).issueFrom(START).issueUntil(START),
        "issueUntil",
        START.toString());
    assertBadArgument(
        () -> OrderingEngine.builder().commandTimeout(Duration.ZERO), "commandTimeout", "PT0S");
  }

  @Test
  void pages() {
    assertBadArgument(() -> PageRequest.oldestFirst(0), "size", "0");
    assertBadArgument(() -> PageRequest.newestFirst(1_001), "size", "1001");
    assertBadArgument(() -> PageRequest.parse("n10_x_1"), "token", "n10_x_1");
    assertBadArgument(() -> PageRequest.parse("n0"), "token", "n0");
    assertBadArgument(() -> PageRequest.parse(""), "token", "''");
    assertBadArgument(() -> PageRequest.parse("n010"), "token", "n010");
    assertBadArgument(() -> PageRequest.parse("n1_9223372036854775807_1"), "token", "n1_922");
    PageRequest far = PageRequest.newestFirst(7).after(new Position(START, Long.MAX_VALUE));
    assertThat(PageRequest.parse(far.token())).isEqualTo(far);
    assertBadArgument(() -> new Position(START, -1), "id", "-1");
  }

  @Test
  void nulls() {
    UserId ada = user(5);
    ProductDetailId red = option(1, 1);
    OrderId order = engine.orders().place(cart(ada, red, 1)).orElseThrow().id();
    assertBadArgument(() -> engine.users().register(null), "user", "null");
    assertBadArgument(() -> engine.users().find(null), "id", "null");
    assertBadArgument(() -> engine.users().findByExternalId(null), "externalId", "null");
    assertBadArgument(() -> engine.catalog().add(null), "product", "null");
    assertBadArgument(() -> engine.catalog().setOnSale(null, true), "id", "null");
    assertBadArgument(() -> engine.catalog().setOnSale(red, true, null), "key", "null");
    assertBadArgument(() -> engine.coupons().issue(null, ada), "couponId", "null");
    assertBadArgument(() -> engine.balances().charge(null, Money.of(1)), "userId", "null");
    assertBadArgument(() -> engine.balances().charge(ada, Money.of(1), null), "key", "null");
    assertBadArgument(() -> engine.balances().history(ada, null), "request", "null");
    assertBadArgument(() -> engine.orders().checkout(null), "checkout", "null");
    assertBadArgument(() -> engine.orders().pay(null, order), "userId", "null");
    assertBadArgument(() -> engine.orders().pay((OrderId) null), "orderId", "null");
    assertBadArgument(() -> engine.orders().cancel(order, null), "key", "null");
    assertBadArgument(() -> engine.orders().page(ada, null), "request", "null");
    assertBadArgument(() -> Checkout.by(null), "userId", "null");
    assertBadArgument(() -> Checkout.by(ada).item(null, 1), "productDetailId", "null");
    assertBadArgument(() -> UserId.of(0), "userId", "0");
  }

  @Test
  void aClosedEngineRefusesCalls() {
    UserId ada = user(5);
    engine.close();
    engine.close();
    assertThatThrownBy(() -> engine.balances().charge(ada, Money.of(1)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("closed");
    assertThatThrownBy(() -> engine.users().find(ada))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("closed");
  }
}
