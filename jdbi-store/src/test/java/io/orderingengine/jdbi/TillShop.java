package io.orderingengine.jdbi;

import io.orderingengine.OrderingEngine;
import io.orderingengine.catalog.NewProduct;
import io.orderingengine.coupon.NewCoupon;
import io.orderingengine.spi.OrderingStore;
import io.orderingengine.user.NewUser;
import io.orderingengine.value.Money;

/** What the tills sell, to whom: the first users are rich, and the first options are scarce. */
final class TillShop {
  static final int RICH = 4;
  static final int SCARCE = 4;
  static final int CHARGE = 20;

  /** More rows than any table has. */
  static final int ALL = 1_000_000;

  static final long STOCK = 100;
  private static final int POOR = 20;
  private static final int PLENTIFUL = 2;
  private static final int COUPONS = 5;
  private static final int COUPON_LIMIT = 6;

  private TillShop() {}

  static void open(OrderingStore store) {
    try (OrderingEngine engine = OrderingEngine.builder().store(store).build()) {
      for (int i = 0; i < RICH + POOR; i++) {
        Money opening = Money.of(i < RICH ? 1_000_000_000 : 100);
        engine.users().register(NewUser.named("Ada").openingBalance(opening)).orElseThrow();
      }
      NewProduct product = NewProduct.of("Acme", "Mug");
      for (int i = 0; i < SCARCE; i++) {
        product = product.option("scarce " + i, Money.of(10), STOCK);
      }
      for (int i = 0; i < PLENTIFUL; i++) {
        product = product.option("plentiful " + i, Money.of(1), 1_000_000_000);
      }
      engine.catalog().add(product).orElseThrow();
      for (int i = 0; i < COUPONS; i++) {
        engine.coupons().create(NewCoupon.of(Money.of(1), COUPON_LIMIT)).orElseThrow();
      }
    }
  }
}
