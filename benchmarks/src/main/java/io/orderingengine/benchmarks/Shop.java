package io.orderingengine.benchmarks;

import io.orderingengine.OrderingEngine;
import io.orderingengine.catalog.NewProduct;
import io.orderingengine.catalog.Product;
import io.orderingengine.catalog.ProductDetailId;
import io.orderingengine.coupon.Coupon;
import io.orderingengine.coupon.IssuedCoupon;
import io.orderingengine.coupon.NewCoupon;
import io.orderingengine.memory.InMemoryStore;
import io.orderingengine.order.Checkout;
import io.orderingengine.order.Order;
import io.orderingengine.user.NewUser;
import io.orderingengine.user.UserId;
import io.orderingengine.value.Money;
import io.orderingengine.value.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/** Rich users, well-stocked SKUs, and an issued coupon for each checkout to come. Thread-safe. */
final class Shop implements AutoCloseable {
  private static final int USERS = 10_000;
  private static final int SKUS = 100_000;
  private static final long PRICE = 4_000;
  private static final long DISCOUNT = 500;
  private static final long PLENTY = 1_000_000_000_000L;
  private static final Money TOTAL = Money.of(3 * PRICE);

  private final OrderingEngine engine =
      OrderingEngine.builder().store(InMemoryStore.create()).build();
  private final List<UserId> users = new ArrayList<>(USERS);
  private final List<ProductDetailId> skus = new ArrayList<>(SKUS);
  private final List<IssuedCoupon> coupons = new ArrayList<>();
  private final AtomicInteger used = new AtomicInteger();

  private Shop() {}

  /** A shop with coupons for so many checkouts. */
  static Shop open(int checkouts) {
    var shop = new Shop();
    NewUser rich = NewUser.named("Ada").openingBalance(Money.of(PLENTY));
    NewProduct mug = NewProduct.of("Acme", "Mug").option("red", Money.of(PRICE), PLENTY);
    for (int i = 0; i < USERS; i++) {
      shop.users.add(shop.engine.users().register(rich).orElseThrow().id());
    }
    for (int i = 0; i < SKUS; i++) {
      Product added = shop.engine.catalog().add(mug).orElseThrow();
      shop.skus.add(added.details().get(0).id());
    }
    while (shop.coupons.size() < checkouts) {
      shop.issueToAll();
    }
    Collections.shuffle(shop.coupons, new Random(1));
    return shop;
  }

  private void issueToAll() {
    NewCoupon kind = NewCoupon.of(Money.of(DISCOUNT), USERS).validFor(Duration.ofDays(1));
    Coupon coupon = engine.coupons().create(kind).orElseThrow();
    for (UserId user : users) {
      coupons.add(engine.coupons().issue(coupon.id(), user).orElseThrow());
    }
  }

  Outcome<Order> checkout(boolean hot) {
    var random = ThreadLocalRandom.current();
    int number = used.getAndIncrement();
    IssuedCoupon coupon = coupons.get(number);
    Checkout cart =
        Checkout.by(coupon.userId())
            .item(skus.get(hot ? 0 : random.nextInt(SKUS)), 1)
            .item(skus.get(1 + random.nextInt(SKUS / 2)), 1)
            .item(skus.get(1 + SKUS / 2 + random.nextInt(SKUS / 2 - 1)), 1)
            .coupon(coupon.id())
            .expectTotal(TOTAL)
            .key(Integer.toString(number));
    return engine.orders().checkout(cart);
  }

  @Override
  public void close() {
    engine.close();
  }
}
