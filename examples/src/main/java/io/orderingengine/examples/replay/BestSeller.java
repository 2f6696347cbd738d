package io.orderingengine.examples.replay;

import io.orderingengine.catalog.Product;
import io.orderingengine.catalog.ProductDetail;
import io.orderingengine.catalog.ProductDetailId;
import io.orderingengine.value.Money;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** A product among those of which most units were sold and not brought back. Immutable. */
record BestSeller(String name, long units, Money money) {
  private static final int MOST = 10;

  /** The ten of which most was sold, by the rows. */
  static List<BestSeller> of(Ledger ledger) {
    Map<ProductDetailId, Long> sold = Ledger.units(ledger.live());
    return ledger.products().stream()
        .map(product -> of(product, sold))
        .filter(seller -> seller.units() > 0)
        .sorted(Comparator.comparingLong(BestSeller::units).reversed())
        .limit(MOST)
        .toList();
  }

  private static BestSeller of(Product product, Map<ProductDetailId, Long> sold) {
    long units = 0;
    Money money = Money.ZERO;
    for (ProductDetail option : product.details()) {
      long here = sold.getOrDefault(option.id(), 0L);
      units += here;
      money = money.plus(option.price().times(here));
    }
    return new BestSeller(product.name(), units, money);
  }
}
