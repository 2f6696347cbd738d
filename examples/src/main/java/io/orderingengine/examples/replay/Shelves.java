package io.orderingengine.examples.replay;

import io.orderingengine.OrderingEngine;
import io.orderingengine.catalog.NewOption;
import io.orderingengine.catalog.NewProduct;
import io.orderingengine.catalog.Product;
import io.orderingengine.catalog.ProductDetailId;
import io.orderingengine.value.Money;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/** Fills the shop with goods, once: each command has a key. Thread-safe. */
final class Shelves {
  private static final String BRAND = "retail";

  private final OrderingEngine engine;
  private final Map<Sku, ProductDetailId> options = new ConcurrentHashMap<>();

  Shelves(OrderingEngine engine) {
    this.engine = engine;
  }

  /**
   * Adds a product with an option for each price, and exactly the stock that will be sold. The
   * options after the first are added one by one: a stock code such as postage may have more prices
   * than a new product may have options.
   */
  void add(Goods goods) {
    Sku first = goods.units().firstKey();
    Product product = engine.catalog().add(product(goods, first)).orElseThrow();
    options.put(first, product.details().get(0).id());
    for (Sku sku : goods.units().keySet()) {
      if (!sku.equals(first)) {
        NewOption option = option(goods, sku).key(sku.toString());
        options.put(sku, engine.catalog().addOption(product.id(), option).orElseThrow().id());
      }
    }
  }

  private static NewProduct product(Goods goods, Sku first) {
    return NewProduct.of(BRAND, goods.name())
        .externalId(goods.stockCode())
        .key(goods.stockCode())
        .option(option(goods, first));
  }

  private static NewOption option(Goods goods, Sku sku) {
    return NewOption.of(
        sku.price(), Money.of(sku.pence()), Objects.requireNonNull(goods.units().get(sku)));
  }

  ProductDetailId option(Sku sku) {
    return Objects.requireNonNull(options.get(sku));
  }
}
