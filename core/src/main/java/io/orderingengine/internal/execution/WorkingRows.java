package io.orderingengine.internal.execution;

import io.orderingengine.spi.BalanceRow;
import io.orderingengine.spi.Changes;
import io.orderingengine.spi.CommandKey;
import io.orderingengine.spi.CommandKeyRow;
import io.orderingengine.spi.CouponRow;
import io.orderingengine.spi.Delta;
import io.orderingengine.spi.ExternalId;
import io.orderingengine.spi.IssuedCouponChange;
import io.orderingengine.spi.IssuedCouponRow;
import io.orderingengine.spi.OrderChange;
import io.orderingengine.spi.OrderRows;
import io.orderingengine.spi.PaymentChange;
import io.orderingengine.spi.PaymentRow;
import io.orderingengine.spi.PriceChange;
import io.orderingengine.spi.ProductDetailRow;
import io.orderingengine.spi.ProductRow;
import io.orderingengine.spi.Rows;
import io.orderingengine.spi.SaleChange;
import io.orderingengine.spi.Table;
import io.orderingengine.spi.UserCoupon;
import io.orderingengine.spi.UserRow;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Locked rows as the commands of a group leave them: each sees what those before it have changed.
 * New rows are found by their alternate keys, and not by their ids, which nobody was told yet.
 * Lives within one transaction, on one thread.
 */
final class WorkingRows implements Rows {
  private final Rows locked;
  private final Changes.Builder sum = Changes.builder();
  private final Map<Long, BalanceRow> balances = new HashMap<>();
  private final Map<Long, IssuedCouponRow> issuedCoupons = new HashMap<>();
  private final Map<Long, OrderRows> orders = new HashMap<>();
  private final Map<Long, CouponRow> coupons = new HashMap<>();
  private final Map<Long, ProductDetailRow> productDetails = new HashMap<>();
  private final Map<UserCoupon, IssuedCouponRow> userCoupons = new HashMap<>();
  private final Map<CommandKey, CommandKeyRow> commandKeys = new HashMap<>();
  private final Map<ExternalId, Long> externalIds = new HashMap<>();

  WorkingRows(Rows locked) {
    this.locked = locked;
  }

  /** All that was applied, as one. */
  Changes changes() {
    return sum.build();
  }

  void apply(Changes changes) {
    sum.all(changes);
    for (Delta delta : changes.balances()) {
      balances.put(delta.id(), here(balance(delta.id())).after(delta));
    }
    for (IssuedCouponChange step : changes.issuedCoupons()) {
      issuedCoupons.put(step.id(), here(issuedCoupon(step.id())).after(step));
    }
    for (OrderChange step : changes.orders()) {
      orders.put(step.id(), after(here(order(step.id())), step, changes));
    }
    for (Delta delta : changes.couponQuantities()) {
      coupons.put(delta.id(), here(coupon(delta.id())).after(delta));
    }
    applyToDetails(changes);
    for (IssuedCouponRow row : changes.inserts(Table.ISSUED_COUPONS)) {
      userCoupons.put(new UserCoupon(row.userId(), row.couponId()), row);
    }
    for (CommandKeyRow row : changes.commandKeys()) {
      commandKeys.put(row.key(), row);
    }
    changes.forEachExternalId(externalIds::put);
  }

  private void applyToDetails(Changes changes) {
    for (Delta delta : changes.stocks()) {
      productDetails.put(delta.id(), here(productDetail(delta.id())).after(delta));
    }
    for (PriceChange step : changes.prices()) {
      productDetails.put(step.id(), here(productDetail(step.id())).after(step));
    }
    for (SaleChange step : changes.sales()) {
      productDetails.put(step.id(), here(productDetail(step.id())).after(step));
    }
  }

  /** A payment changes only together with its order. */
  private static OrderRows after(OrderRows before, OrderChange step, Changes changes) {
    PaymentRow payment = before.payment();
    for (PaymentChange paymentStep : changes.payments()) {
      if (paymentStep.id() == payment.id()) {
        payment = payment.after(paymentStep);
      }
    }
    return new OrderRows(before.order().after(step), before.items(), payment);
  }

  /** What was changed was there. */
  private static <R> R here(@Nullable R row) {
    return Objects.requireNonNull(row);
  }

  @Override
  public @Nullable BalanceRow balance(long id) {
    BalanceRow changed = balances.get(id);
    return changed == null ? locked.balance(id) : changed;
  }

  @Override
  public @Nullable IssuedCouponRow issuedCoupon(long id) {
    IssuedCouponRow changed = issuedCoupons.get(id);
    return changed == null ? locked.issuedCoupon(id) : changed;
  }

  @Override
  public long discountPrice(long issuedCouponId) {
    return locked.discountPrice(issuedCouponId);
  }

  @Override
  public @Nullable OrderRows order(long id) {
    OrderRows changed = orders.get(id);
    return changed == null ? locked.order(id) : changed;
  }

  @Override
  public @Nullable CouponRow coupon(long id) {
    CouponRow changed = coupons.get(id);
    return changed == null ? locked.coupon(id) : changed;
  }

  @Override
  public @Nullable ProductDetailRow productDetail(long id) {
    ProductDetailRow changed = productDetails.get(id);
    return changed == null ? locked.productDetail(id) : changed;
  }

  @Override
  public @Nullable UserRow user(long id) {
    return locked.user(id);
  }

  @Override
  public @Nullable ProductRow product(long id) {
    return locked.product(id);
  }

  @Override
  public @Nullable IssuedCouponRow issuedCoupon(UserCoupon key) {
    IssuedCouponRow row = userCoupons.get(key);
    if (row == null) {
      row = locked.issuedCoupon(key);
    }
    return row == null ? null : issuedCoupons.getOrDefault(row.id(), row);
  }

  @Override
  public @Nullable CommandKeyRow commandKey(CommandKey key) {
    CommandKeyRow used = commandKeys.get(key);
    return used == null ? locked.commandKey(key) : used;
  }

  @Override
  public @Nullable Long idOf(ExternalId key) {
    Long added = externalIds.get(key);
    return added == null ? locked.idOf(key) : added;
  }
}
