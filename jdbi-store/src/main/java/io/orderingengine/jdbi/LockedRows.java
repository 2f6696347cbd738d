package io.orderingengine.jdbi;

import io.orderingengine.spi.BalanceRow;
import io.orderingengine.spi.CommandKey;
import io.orderingengine.spi.CommandKeyRow;
import io.orderingengine.spi.CouponRow;
import io.orderingengine.spi.ExternalId;
import io.orderingengine.spi.IssuedCouponRow;
import io.orderingengine.spi.OrderItemRow;
import io.orderingengine.spi.OrderRow;
import io.orderingengine.spi.OrderRows;
import io.orderingengine.spi.PaymentRow;
import io.orderingengine.spi.ProductDetailRow;
import io.orderingengine.spi.ProductRow;
import io.orderingengine.spi.RowKeys;
import io.orderingengine.spi.Rows;
import io.orderingengine.spi.UserCoupon;
import io.orderingengine.spi.UserRow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What one lock found. */
final class LockedRows implements Rows {
  final Named<Long, BalanceRow> balances;
  final Named<Long, IssuedCouponRow> issuedCoupons;
  final Named<Long, Long> discountPrices;
  final Named<Long, OrderRow> orders;
  final Map<Long, List<OrderItemRow>> items = new HashMap<>();
  final Named<Long, PaymentRow> payments;
  final Named<Long, CouponRow> coupons;
  final Named<Long, ProductDetailRow> productDetails;
  final Named<Long, UserRow> users;
  final Named<Long, ProductRow> products;
  final Named<UserCoupon, IssuedCouponRow> userCoupons;
  final Named<CommandKey, CommandKeyRow> commandKeys;
  final Named<ExternalId, Long> externalIds;

  LockedRows(RowKeys keys) {
    balances = new Named<>(keys.balances()::contains);
    issuedCoupons = new Named<>(keys.issuedCoupons()::contains);
    discountPrices = new Named<>(keys.issuedCoupons()::contains);
    orders = new Named<>(keys.orders()::contains);
    payments = new Named<>(keys.orders()::contains);
    coupons = new Named<>(keys.coupons()::contains);
    productDetails = new Named<>(keys.productDetails()::contains);
    users = new Named<>(keys.users()::contains);
    products = new Named<>(keys.products()::contains);
    userCoupons = new Named<>(keys.userCoupons()::contains);
    commandKeys = new Named<>(keys.commandKeys()::contains);
    externalIds = new Named<>(keys.externalIds()::contains);
  }

  void add(OrderItemRow item) {
    items.computeIfAbsent(item.orderId(), id -> new ArrayList<>()).add(item);
  }

  @Override
  public @Nullable BalanceRow balance(long id) {
    return balances.get(id);
  }

  @Override
  public @Nullable IssuedCouponRow issuedCoupon(long id) {
    return issuedCoupons.get(id);
  }

  @Override
  public long discountPrice(long issuedCouponId) {
    Long price = discountPrices.get(issuedCouponId);
    return price == null ? 0 : price;
  }

  @Override
  public @Nullable OrderRows order(long id) {
    OrderRow order = orders.get(id);
    return order == null
        ? null
        : new OrderRows(
            order,
            List.copyOf(items.getOrDefault(id, List.of())),
            Objects.requireNonNull(payments.get(id), () -> "the payment of order " + id));
  }

  @Override
  public @Nullable CouponRow coupon(long id) {
    return coupons.get(id);
  }

  @Override
  public @Nullable ProductDetailRow productDetail(long id) {
    return productDetails.get(id);
  }

  @Override
  public @Nullable UserRow user(long id) {
    return users.get(id);
  }

  @Override
  public @Nullable ProductRow product(long id) {
    return products.get(id);
  }

  @Override
  public @Nullable IssuedCouponRow issuedCoupon(UserCoupon key) {
    return userCoupons.get(key);
  }

  @Override
  public @Nullable CommandKeyRow commandKey(CommandKey key) {
    return commandKeys.get(key);
  }

  @Override
  public @Nullable Long idOf(ExternalId key) {
    return externalIds.get(key);
  }
}
