package io.orderingengine;

import io.orderingengine.balance.Balances;
import io.orderingengine.catalog.Catalog;
import io.orderingengine.coupon.Coupons;
import io.orderingengine.internal.Shop;
import io.orderingengine.order.Orders;
import io.orderingengine.user.Users;

/** The engine's face over its inside. */
final class ShopEngine implements OrderingEngine {
  private final Shop shop;

  ShopEngine(Shop shop) {
    this.shop = shop;
  }

  @Override
  public Users users() {
    return shop.users();
  }

  @Override
  public Catalog catalog() {
    return shop.catalog();
  }

  @Override
  public Coupons coupons() {
    return shop.coupons();
  }

  @Override
  public Balances balances() {
    return shop.balances();
  }

  @Override
  public Orders orders() {
    return shop.orders();
  }

  @Override
  public void close() {
    shop.close();
  }
}
