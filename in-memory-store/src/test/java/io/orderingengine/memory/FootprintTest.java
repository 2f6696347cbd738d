package io.orderingengine.memory;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderingengine.OrderingEngine;
import io.orderingengine.catalog.NewProduct;
import io.orderingengine.catalog.ProductDetail;
import io.orderingengine.order.Checkout;
import io.orderingengine.user.NewUser;
import io.orderingengine.user.UserId;
import io.orderingengine.value.Money;
import io.orderingengine.value.PageRequest;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The bytes that the Javadoc of {@link InMemoryStore} names. Takes a second: it fills the heap. */
class FootprintTest {
  private static final int ORDERS = 20_000;

  @Test
  void anOrderTakesWhatTheJavadocSays() {
    OrderingEngine engine = OrderingEngine.builder().store(InMemoryStore.create()).build();
    NewUser rich = NewUser.named("Ada").openingBalance(Money.of(1_000_000_000));
    UserId ada = engine.users().register(rich).orElseThrow().id();
    NewProduct mug = NewProduct.of("Acme", "Mug");
    for (String colour : List.of("red", "green", "blue")) {
      mug = mug.option(colour, Money.of(10), 1_000_000);
    }
    List<ProductDetail> details = engine.catalog().add(mug).orElseThrow().details();
    order(engine, ada, details, 0);
    long before = usedBytes();
    order(engine, ada, details, 1);
    long perOrder = (usedBytes() - before) / ORDERS;
    System.out.println("in-memory store: " + perOrder + " bytes an order of three lines");
    assertThat(perOrder).isBetween(700L, (long) InMemoryStore.BYTES_PER_ORDER);
    assertThat(engine.orders().page(ada, PageRequest.oldestFirst(1)).items())
        .as("the orders are still held")
        .hasSize(1);
  }

  private static void order(
      OrderingEngine engine, UserId user, List<ProductDetail> details, int round) {
    for (int i = 0; i < ORDERS; i++) {
      Checkout cart = Checkout.by(user).key("cart-" + round + "-" + i);
      for (ProductDetail detail : details) {
        cart = cart.item(detail.id(), 1);
      }
      engine.orders().checkout(cart).orElseThrow();
    }
  }

  private static long usedBytes() {
    Runtime runtime = Runtime.getRuntime();
    long least = Long.MAX_VALUE;
    for (int i = 0; i < 5; i++) {
      System.gc();
      least = Math.min(least, runtime.totalMemory() - runtime.freeMemory());
    }
    return least;
  }
}
