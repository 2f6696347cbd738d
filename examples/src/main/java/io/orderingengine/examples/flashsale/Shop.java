package io.orderingengine.examples.flashsale;

import io.orderingengine.OrderingEngine;
import io.orderingengine.catalog.NewProduct;
import io.orderingengine.catalog.Product;
import io.orderingengine.catalog.ProductDetail;
import io.orderingengine.catalog.ProductDetailId;
import io.orderingengine.catalog.ProductId;
import io.orderingengine.coupon.CouponId;
import io.orderingengine.coupon.NewCoupon;
import io.orderingengine.user.NewUser;
import io.orderingengine.user.User;
import io.orderingengine.user.UserId;
import io.orderingengine.value.Money;
import java.util.List;

/** The shop before the doors open: one product in some options, and one kind of coupon. */
record Shop(ProductId product, List<ProductDetailId> skus, CouponId coupon) {
  static final String PRODUCT = "flash-sneaker";
  static final String COUPON = "flash-coupon";

  private static final Money DISCOUNT = Money.of(500);

  static Shop open(OrderingEngine engine, Options options) {
    NewProduct sneaker = NewProduct.of("Acme", "Sneaker").externalId(PRODUCT);
    for (int i = 0; i < options.skus(); i++) {
      sneaker = sneaker.option("size " + (36 + i), Money.of(1_000 + 100 * i), options.stock());
    }
    NewCoupon coupon = NewCoupon.of(DISCOUNT, options.coupons()).externalId(COUPON);
    Product product = engine.catalog().add(sneaker).orElseThrow();
    return new Shop(
        product.id(),
        product.details().stream().map(ProductDetail::id).toList(),
        engine.coupons().create(coupon).orElseThrow().id());
  }

  /** Registers one shopper with a prepaid balance. */
  static UserId register(OrderingEngine engine, int shopper, Money purse) {
    String name = nameOf(shopper);
    NewUser user = NewUser.named(name).externalId(name).openingBalance(purse);
    return engine.users().register(user).map(User::id).orElseThrow();
  }

  /** The name by which a shopper is found again. */
  static String nameOf(int shopper) {
    return "shopper-" + shopper;
  }
}
