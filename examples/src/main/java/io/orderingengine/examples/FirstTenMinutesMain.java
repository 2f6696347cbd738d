package io.orderingengine.examples;

import io.orderingengine.OrderingEngine;
import io.orderingengine.catalog.NewProduct;
import io.orderingengine.catalog.Product;
import io.orderingengine.coupon.Coupon;
import io.orderingengine.coupon.IssuedCoupon;
import io.orderingengine.coupon.NewCoupon;
import io.orderingengine.memory.InMemoryStore;
import io.orderingengine.order.Checkout;
import io.orderingengine.order.Order;
import io.orderingengine.user.NewUser;
import io.orderingengine.user.User;
import io.orderingengine.value.Money;
import io.orderingengine.value.Outcome;
import java.io.PrintStream;
import java.time.Duration;

/** A shop in ten minutes: a user with a balance, a product, a coupon, and one checkout. */
public final class FirstTenMinutesMain {
  private FirstTenMinutesMain() {}

  public static void main(String[] args) {
    run(System.out);
  }

  static void run(PrintStream out) {
    // tag::first[]
    try (OrderingEngine engine = OrderingEngine.builder().store(InMemoryStore.create()).build()) {
      User ada = engine.users().register(NewUser.named("Ada").externalId("u-17")).orElseThrow();
      engine.balances().charge(ada.id(), Money.of(50_000)).orElseThrow();

      NewProduct mugs = NewProduct.of("Acme", "Mug").option("red", Money.of(4_000), 5);
      Product mug = engine.catalog().add(mugs).orElseThrow();

      NewCoupon launch = NewCoupon.of(Money.of(500), 100).validFor(Duration.ofDays(7));
      Coupon coupon = engine.coupons().create(launch).orElseThrow();
      IssuedCoupon mine = engine.coupons().issue(coupon.id(), ada.id()).orElseThrow();

      Checkout cart =
          Checkout.by(ada.id())
              .item(mug.details().get(0).id(), 2)
              .coupon(mine.id())
              .expectTotal(Money.of(8_000))
              .key("cart-17");
      Outcome<Order> outcome = engine.orders().checkout(cart);

      String told =
          outcome.fold(
              order -> "order " + order.id() + " is paid: " + order.paymentAmount(),
              no -> no.code() + ", " + no.message());
      out.println(told);
    }
    // end::first[]
  }
}
