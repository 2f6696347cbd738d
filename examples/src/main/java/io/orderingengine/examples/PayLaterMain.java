package io.orderingengine.examples;

import io.orderingengine.OrderingEngine;
import io.orderingengine.catalog.NewProduct;
import io.orderingengine.catalog.ProductDetailId;
import io.orderingengine.memory.InMemoryStore;
import io.orderingengine.order.Checkout;
import io.orderingengine.order.Order;
import io.orderingengine.user.NewUser;
import io.orderingengine.user.UserId;
import io.orderingengine.value.Money;
import io.orderingengine.value.Outcome;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;

/** Orders that are placed now and paid later: paid, cancelled, or expired. */
public final class PayLaterMain {
  private static final Instant NOON = Instant.parse("2030-06-01T12:00:00Z");

  private PayLaterMain() {}

  public static void main(String[] args) {
    run(System.out);
  }

  static void run(PrintStream out) {
    var clock = new SettableClock(NOON);
    try (OrderingEngine engine =
        OrderingEngine.builder()
            .store(InMemoryStore.create())
            .clock(clock)
            .unpaidOrdersExpireAfter(Duration.ofMinutes(30))
            .build()) {
      UserId ada = register(engine, "Ada");
      ProductDetailId mug = mugs(engine, 3);
      Checkout one = Checkout.by(ada).item(mug, 1);
      Order paid = engine.orders().place(one).orElseThrow();
      Order regretted = engine.orders().place(one).orElseThrow();
      Order forgotten = engine.orders().place(one).orElseThrow();
      out.println("placed 3, to be paid by " + forgotten.expiresAt() + stock(engine, mug));

      out.println("paid:      " + told(engine.orders().pay(ada, paid.id())));
      out.println("cancelled: " + told(engine.orders().cancel(ada, regretted.id())));
      clock.set(NOON.plus(Duration.ofMinutes(30)));
      out.println("too late:  " + told(engine.orders().pay(ada, forgotten.id())));
      out.println("expired:   " + engine.orders().expireUnpaid(100) + stock(engine, mug));
    }
  }

  private static UserId register(OrderingEngine engine, String name) {
    NewUser user = NewUser.named(name).openingBalance(Money.of(10_000));
    return engine.users().register(user).orElseThrow().id();
  }

  private static ProductDetailId mugs(OrderingEngine engine, long stock) {
    NewProduct mug = NewProduct.of("Acme", "Mug").option("red", Money.of(4_000), stock);
    return engine.catalog().add(mug).orElseThrow().details().get(0).id();
  }

  private static String stock(OrderingEngine engine, ProductDetailId id) {
    return "; in stock: " + engine.catalog().findDetail(id).orElseThrow().stock();
  }

  private static String told(Outcome<Order> outcome) {
    return outcome.fold(order -> order.status().name(), no -> no.code() + ", " + no.message());
  }
}
