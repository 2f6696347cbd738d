package io.orderingengine.contract;

import io.orderingengine.spi.BalanceRow;
import io.orderingengine.spi.CommandKey;
import io.orderingengine.spi.CommandKeyRow;
import io.orderingengine.spi.CouponRow;
import io.orderingengine.spi.ExternalId;
import io.orderingengine.spi.IssuedCouponRow;
import io.orderingengine.spi.Keyset;
import io.orderingengine.spi.OrderRows;
import io.orderingengine.spi.ProductDetailRow;
import io.orderingengine.spi.ProductRow;
import io.orderingengine.spi.ProductRows;
import io.orderingengine.spi.Rows;
import io.orderingengine.spi.StoreQueries;
import io.orderingengine.spi.UserCoupon;
import io.orderingengine.spi.UserRow;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Rows as a store that takes no lock sees them: each as it was when it was first looked at. */
final class UnlockedRows implements Rows {
  private final StoreQueries queries;
  private final Map<List<Object>, Object> seen = new HashMap<>();

  UnlockedRows(StoreQueries queries) {
    this.queries = queries;
  }

  @SuppressWarnings("unchecked") // a key is always read with the same query
  private <R> R once(String what, Object key, Supplier<R> query) {
    List<Object> named = List.of(what, key);
    if (!seen.containsKey(named)) {
      seen.put(named, query.get());
    }
    return (R) seen.get(named);
  }

  @Override
  public BalanceRow balance(long id) {
    return once("balance", id, () -> queries.balance(id));
  }

  @Override
  public IssuedCouponRow issuedCoupon(long id) {
    return once("issued coupon", id, () -> queries.issuedCoupon(id));
  }

  @Override
  public long discountPrice(long issuedCouponId) {
    IssuedCouponRow issued = issuedCoupon(issuedCouponId);
    return issued == null ? 0 : coupon(issued.couponId()).discountPrice();
  }

  @Override
  public OrderRows order(long id) {
    return once("order", id, () -> queries.order(id));
  }

  @Override
  public CouponRow coupon(long id) {
    return once("coupon", id, () -> queries.coupon(id));
  }

  @Override
  public ProductDetailRow productDetail(long id) {
    return once("option", id, () -> queries.productDetail(id));
  }

  @Override
  public UserRow user(long id) {
    return once("user", id, () -> queries.user(id));
  }

  @Override
  public ProductRow product(long id) {
    ProductRows rows = once("product", id, () -> queries.product(id));
    return rows == null ? null : rows.product();
  }

  @Override
  public IssuedCouponRow issuedCoupon(UserCoupon key) {
    var all = new Keyset(false, null, 1_000);
    return once("user and coupon", key, () -> queries.issuedCoupons(key.userId(), all)).stream()
        .filter(row -> row.couponId() == key.couponId())
        .findFirst()
        .orElse(null);
  }

  @Override
  public CommandKeyRow commandKey(CommandKey key) {
    return once("key", key, () -> queries.commandKey(key));
  }

  @Override
  public Long idOf(ExternalId key) {
    return once("external id", key, () -> queries.idOf(key));
  }
}
