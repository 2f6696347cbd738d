package io.orderingengine.benchmarks;

import io.orderingengine.balance.TransactionType;
import io.orderingengine.event.EventType;
import io.orderingengine.order.OrderStatus;
import io.orderingengine.order.PaymentStatus;
import io.orderingengine.spi.BalanceHistoryRow;
import io.orderingengine.spi.BalanceRow;
import io.orderingengine.spi.EventRow;
import io.orderingengine.spi.OrderItemRow;
import io.orderingengine.spi.OrderRow;
import io.orderingengine.spi.OrderRows;
import io.orderingengine.spi.PaymentRow;
import io.orderingengine.spi.ProductDetailRow;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The floor: a checkout on plain maps, that keeps the rows that a store keeps and nothing else. No
 * lock, no transaction, no digest of the content, no result but the rows. For one thread.
 */
final class BareShop {
  private final Map<Long, BalanceRow> balances = new HashMap<>();
  private final Map<Long, ProductDetailRow> details = new HashMap<>();
  private final Map<Long, OrderRows> orders = new HashMap<>();
  private final Map<Long, List<BalanceHistoryRow>> histories = new HashMap<>();
  private final Map<String, Long> keys = new HashMap<>();
  private final List<EventRow> events = new ArrayList<>();
  private final Clock clock = Clock.systemUTC();
  private long nextId = 1;

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

  /** The order, or null if the key was used, a unit is missing or the money does not suffice. */
  @Nullable OrderRows checkout(long user, long[] skus, String key) {
    BalanceRow balance = balances.get(user);
    if (balance == null || keys.containsKey(key)) {
      return null;
    }
    Instant now = clock.instant();
    long total = 0;
    for (long sku : skus) {
      ProductDetailRow detail = details.get(sku);
      if (detail == null || !detail.onSale() || detail.stock() < 1) {
        return null;
      }
      total = Math.addExact(total, detail.price());
    }
    return balance.balance() < total ? null : write(balance, skus, key, total, now);
  }

  private OrderRows write(BalanceRow balance, long[] skus, String key, long total, Instant now) {
    long id = nextId++;
    long user = balance.userId();
    List<OrderItemRow> items = new ArrayList<>(skus.length);
    for (long sku : skus) {
      items.add(take(id, sku, now));
    }
    var order =
        new OrderRow(
            id, user, null, now, OrderStatus.PAID, total, 0, total, null, null, 1, now, now);
    var payment = new PaymentRow(nextId++, id, PaymentStatus.PAID, total, now, now, now);
    var rows = new OrderRows(order, items, payment);
    orders.put(id, rows);
    balances.put(
        user, new BalanceRow(user, user, balance.balance() - total, balance.createdAt(), now));
    var used = new BalanceHistoryRow(nextId++, user, null, -total, TransactionType.USE, now);
    histories.computeIfAbsent(user, any -> new ArrayList<>()).add(used);
    events.add(new EventRow(nextId++, EventType.ORDER_CHECKED_OUT, id, user, total, 1, now));
    keys.put(key, id);
    return rows;
  }

  private OrderItemRow take(long order, long sku, Instant now) {
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
    return new OrderItemRow(nextId++, order, sku, detail.price(), 1, 0, now, now);
  }
}
