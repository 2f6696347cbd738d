package io.orderingengine.examples;

import io.orderingengine.OrderingEngine;
import io.orderingengine.catalog.NewProduct;
import io.orderingengine.catalog.ProductDetailId;
import io.orderingengine.memory.InMemoryStore;
import io.orderingengine.order.Checkout;
import io.orderingengine.order.Order;
import io.orderingengine.user.NewUser;
import io.orderingengine.user.UserId;
import io.orderingengine.value.IdempotencyKey;
import io.orderingengine.value.Money;
import io.orderingengine.value.Outcome;
import java.io.PrintStream;

/** Retries that are safe: one idempotency key, one order, however often it is sent. */
public final class SafeRetryMain {
  private SafeRetryMain() {}

  public static void main(String[] args) {
    run(System.out);
  }

  static void run(PrintStream out) {
    try (OrderingEngine engine = OrderingEngine.builder().store(InMemoryStore.create()).build()) {
      UserId ada = register(engine, "Ada");
      ProductDetailId mug = mugs(engine, 5);
      IdempotencyKey key = IdempotencyKey.of("cart-17");
      out.println("did it happen? " + engine.orders().findByKey(ada, key).isPresent());

      Checkout cart = Checkout.by(ada).item(mug, 2).key(key.value());
      out.println("sent:          " + told(engine.orders().checkout(cart)));
      out.println("sent again:    " + told(engine.orders().checkout(cart)));
      out.println("with one more: " + told(engine.orders().checkout(cart.item(mug, 1))));

      out.println("did it happen? " + engine.orders().findByKey(ada, key).isPresent());
      out.println("balance:       " + engine.balances().find(ada).orElseThrow().balance());
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

  private static String told(Outcome<Order> outcome) {
    return outcome.fold(order -> "order " + order.id(), no -> no.code() + ", " + no.message());
  }
}
