package io.orderingengine.benchmarks;

import io.orderingengine.OrderingEngine;
import io.orderingengine.catalog.NewProduct;
import io.orderingengine.catalog.Product;
import io.orderingengine.catalog.ProductDetailId;
import io.orderingengine.memory.InMemoryStore;
import io.orderingengine.order.Checkout;
import io.orderingengine.order.Order;
import io.orderingengine.user.NewUser;
import io.orderingengine.user.UserId;
import io.orderingengine.value.Money;
import io.orderingengine.value.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;

/** A shop with 10,000 rich users and 10,000 well-stocked SKUs. Thread-safe. */
final class Shop implements AutoCloseable {
  private static final int USERS = 10_000;
  private static final int SKUS = 10_000;
  private static final long PLENTY = 1_000_000_000_000L;

  private final OrderingEngine engine =
      OrderingEngine.builder().store(InMemoryStore.create()).build();
  private final List<UserId> users = new ArrayList<>(USERS);
  private final List<ProductDetailId> skus = new ArrayList<>(SKUS);
  private final AtomicLong keys = new AtomicLong();

  private Shop() {}

  static Shop open() {
    var shop = new Shop();
    NewUser rich = NewUser.named("Ada").openingBalance(Money.of(PLENTY));
    NewProduct mug = NewProduct.of("Acme", "Mug").option("red", Money.of(10), PLENTY);
    for (int i = 0; i < USERS; i++) {
      shop.users.add(shop.engine.users().register(rich).orElseThrow().id());
    }
    for (int i = 0; i < SKUS; i++) {
      Product added = shop.engine.catalog().add(mug).orElseThrow();
      shop.skus.add(added.details().get(0).id());
    }
    return shop;
  }

  Outcome<Order> checkout(boolean hot) {
    var random = ThreadLocalRandom.current();
    Checkout cart =
        Checkout.by(users.get(random.nextInt(USERS)))
            .item(skus.get(hot ? 0 : random.nextInt(SKUS)), 1)
            .item(skus.get(random.nextInt(SKUS)), 1)
            .item(skus.get(random.nextInt(SKUS)), 1)
            .key(Long.toString(keys.getAndIncrement()));
    return engine.orders().checkout(cart);
  }

  @Override
  public void close() {
    engine.close();
  }
}
