package io.orderingengine.benchmarks;

import io.orderingengine.balance.TransactionType;
import io.orderingengine.coupon.IssuedCouponStatus;
import io.orderingengine.event.EventType;
import io.orderingengine.order.OrderStatus;
import io.orderingengine.order.PaymentStatus;
import io.orderingengine.spi.BalanceHistoryRow;
import io.orderingengine.spi.BalanceRow;
import io.orderingengine.spi.EventRow;
import io.orderingengine.spi.IssuedCouponRow;
import io.orderingengine.spi.OrderItemRow;
import io.orderingengine.spi.OrderRow;
import io.orderingengine.spi.OrderRows;
import io.orderingengine.spi.PaymentRow;
import io.orderingengine.spi.ProductDetailRow;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The floor: a checkout on plain maps, that checks the same rules and keeps the rows that a store
 * keeps, and nothing else. No lock, no transaction, no digest of the content, no result but the
 * rows. For one thread.
 */
final class BareShop {
  private final Map<Long, BalanceRow> balances = new HashMap<>();
  private final Map<Long, ProductDetailRow> details = new HashMap<>();
  private final Map<Long, IssuedCouponRow> coupons = new HashMap<>();
  private final Map<Long, OrderRows> orders = new HashMap<>();
  private final Map<Long, List<BalanceHistoryRow>> histories = new HashMap<>();
  private final Map<String, Long> keys = new HashMap<>();
  private final List<EventRow> events = new ArrayList<>();
  private final Clock clock = Clock.systemUTC();
  private final long discountPrice;
  private long nextId = 1;

  /** A shop whose coupons all take the same off. */
  BareShop(long discountPrice) {
    this.discountPrice = discountPrice;
  }

  /** What a user wants: a unit of each SKU, a coupon, the total that was shown, and a key. */
  static final class Cart {
    private final long user;
    private final long[] skus;
    private final long coupon;
    private final long expectedTotal;
    private final String key;

    Cart(long user, long[] skus, long coupon, long expectedTotal, String key) {
      this.user = user;
      this.skus = skus;
      this.coupon = coupon;
      this.expectedTotal = expectedTotal;
      this.key = key;
    }
  }

  long addUser(long balance) {
    long id = nextId++;
    balances.put(id, new BalanceRow(id, id, balance, clock.instant(), clock.instant()));
    histories.put(id, new ArrayList<>());
    return id;
  }

  long addDetail(long price, long stock) {
    long id = nextId++;
    Instant now = clock.instant();
    details.put(id, new ProductDetailRow(id, 1, "red", price, stock, true, null, now, now));
    return id;
  }

  long issueCoupon(long user) {
    long id = nextId++;
    Instant now = clock.instant();
    Instant end = now.plus(Duration.ofDays(1));
    coupons.put(id, new IssuedCouponRow(id, user, 1, IssuedCouponStatus.ISSUED, null, end, now));
    return id;
  }

  /** The order, or null for whatever reason. */
  @Nullable OrderRows checkout(Cart cart) {
    BalanceRow balance = balances.get(cart.user);
    IssuedCouponRow coupon = coupons.get(cart.coupon);
    if (balance == null || coupon == null || keys.containsKey(cart.key)) {
      return null;
    }
    Instant now = clock.instant();
    long total = 0;
    for (long sku : cart.skus) {
      ProductDetailRow detail = details.get(sku);
      if (detail == null || !detail.onSale() || detail.stock() < 1) {
        return null;
      }
      total = Math.addExact(total, detail.price());
    }
    boolean usable = coupon.userId() == cart.user && coupon.status() == IssuedCouponStatus.ISSUED;
    long payment = total - Math.min(total, discountPrice);
    return usable
            && now.isBefore(coupon.expiredAt())
            && total == cart.expectedTotal
            && balance.balance() >= payment
        ? write(cart, balance, coupon, total, payment, now)
        : null;
  }

  private OrderRows write(
      Cart cart, BalanceRow balance, IssuedCouponRow coupon, long total, long paid, Instant now) {
    long id = nextId++;
    long user = cart.user;
    List<OrderItemRow> items = items(id, cart.skus, total, total - paid, now);
    var order =
        new OrderRow(
            id,
            user,
            cart.coupon,
            now,
            OrderStatus.PAID,
            total,
            total - paid,
            paid,
            null,
            null,
            1,
            now,
            now);
    var payment = new PaymentRow(nextId++, id, PaymentStatus.PAID, paid, now, now, now);
    var rows = new OrderRows(order, items, payment);
    orders.put(id, rows);
    coupons.put(
        cart.coupon,
        new IssuedCouponRow(
            cart.coupon,
            user,
            coupon.couponId(),
            IssuedCouponStatus.USED,
            now,
            coupon.expiredAt(),
            coupon.createdAt()));
    long left = balance.balance() - paid;
    balances.put(user, new BalanceRow(user, user, left, balance.createdAt(), now));
    var used = new BalanceHistoryRow(nextId++, user, cart.coupon, -paid, TransactionType.USE, now);
    histories.computeIfAbsent(user, any -> new ArrayList<>()).add(used);
    events.add(new EventRow(nextId++, EventType.ORDER_CHECKED_OUT, id, user, paid, 1, now));
    keys.put(cart.key, id);
    return rows;
  }

  /** The lines, the last with what is left of the discount. */
  private List<OrderItemRow> items(
      long order, long[] skus, long total, long discount, Instant now) {
    List<OrderItemRow> items = new ArrayList<>(skus.length);
    long left = discount;
    for (int i = 0; i < skus.length; i++) {
      ProductDetailRow detail = take(skus[i], now);
      long share = i == skus.length - 1 ? left : discount * detail.price() / total;
      left -= share;
      items.add(new OrderItemRow(nextId++, order, skus[i], detail.price(), 1, share, now, now));
    }
    return items;
  }

  private ProductDetailRow take(long sku, Instant now) {
    ProductDetailRow detail = details.get(sku);
    if (detail == null) {
      throw new IllegalStateException("it was there a moment ago");
    }
    details.put(
        sku,
        new ProductDetailRow(
            sku,
            detail.productId(),
            detail.optionValue(),
            detail.price(),
            detail.stock() - 1,
            true,
            null,
            detail.createdAt(),
            now));
    return detail;
  }
}
