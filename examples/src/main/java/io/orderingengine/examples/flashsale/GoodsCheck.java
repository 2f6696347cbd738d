package io.orderingengine.examples.flashsale;

import static java.util.stream.Collectors.toSet;

import io.orderingengine.catalog.ProductDetail;
import io.orderingengine.catalog.ProductDetailId;
import io.orderingengine.coupon.IssuedCoupon;
import io.orderingengine.coupon.IssuedCouponId;
import io.orderingengine.coupon.IssuedCouponStatus;
import io.orderingengine.examples.console.Figures;
import io.orderingengine.examples.console.Finding;
import io.orderingengine.order.Order;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Sold is taken, issued is the limit, and a used coupon has one live order. */
final class GoodsCheck {
  private final Opening opening;
  private final Ledger ledger;

  private GoodsCheck(Opening opening, Ledger ledger) {
    this.opening = opening;
    this.ledger = ledger;
  }

  static List<Finding> of(Opening opening, Ledger ledger) {
    var check = new GoodsCheck(opening, ledger);
    return List.of(check.stock(), check.issued(), check.used());
  }

  private Finding stock() {
    Map<ProductDetailId, Long> sold = ledger.sold();
    var check = new Finding.Check("stock");
    check.compare("options", opening.skus(), ledger.product().details().size());
    long left = 0;
    for (ProductDetail sku : ledger.product().details()) {
      long accounted = sold.getOrDefault(sku.id(), 0L) + sku.stock();
      check.compare(sku.optionValue() + ", sold + left", opening.stock(), accounted);
      left += sku.stock();
    }
    long all = opening.stock() * opening.skus();
    return check.end(
        "%s units = %s sold + %s left"
            .formatted(Figures.count(all), Figures.count(all - left), Figures.count(left)));
  }

  private Finding issued() {
    long issued = ledger.issuedCoupons().count();
    long limit = Math.min(opening.coupons(), opening.shoppers());
    var check = new Finding.Check("coupons issued");
    check.compare("in the shoppers' hands", limit, issued);
    check.compare("left", opening.coupons() - issued, ledger.coupon().quantity());
    check.compare("shoppers who hold two", 0, holdersOfTwo());
    String reason = limit == opening.coupons() ? "the limit" : "one for each shopper";
    return check.end(Figures.count(issued) + " = " + reason + ", nobody holds two");
  }

  private long holdersOfTwo() {
    return ledger.accounts().stream().filter(account -> account.coupons().size() > 1).count();
  }

  private Finding used() {
    List<IssuedCouponId> used =
        ledger.liveOrders().map(Order::issuedCouponId).filter(Objects::nonNull).toList();
    Set<IssuedCouponId> marked =
        ledger
            .issuedCoupons()
            .filter(coupon -> coupon.status() == IssuedCouponStatus.USED)
            .map(IssuedCoupon::id)
            .collect(toSet());
    var check = new Finding.Check("coupons used");
    check.compare("live orders for one coupon each", Set.copyOf(used).size(), used.size());
    check.compare("marked as used, of those in live orders", used.size(), count(used, marked));
    check.compare("marked as used in all", used.size(), marked.size());
    return check.end(Figures.count(used.size()) + ", each by one live order");
  }

  private static long count(List<IssuedCouponId> ids, Set<IssuedCouponId> among) {
    return ids.stream().filter(among::contains).count();
  }
}
