package io.orderingengine.benchmarks.compare.arm;

import io.orderingengine.balance.TransactionType;
import io.orderingengine.benchmarks.compare.check.RowSource;
import io.orderingengine.benchmarks.compare.workload.Cart;
import io.orderingengine.benchmarks.compare.workload.Claim;
import io.orderingengine.benchmarks.compare.workload.Line;
import io.orderingengine.coupon.IssuedCouponStatus;
import io.orderingengine.event.EventType;
import io.orderingengine.order.OrderStatus;
import io.orderingengine.order.PaymentStatus;
import io.orderingengine.spi.BalanceHistoryRow;
import io.orderingengine.spi.BalanceRow;
import io.orderingengine.spi.CommandKey;
import io.orderingengine.spi.CouponRow;
import io.orderingengine.spi.Delta;
import io.orderingengine.spi.EventRow;
import io.orderingengine.spi.IssuedCouponChange;
import io.orderingengine.spi.IssuedCouponRow;
import io.orderingengine.spi.OrderItemRow;
import io.orderingengine.spi.OrderRow;
import io.orderingengine.spi.PaymentRow;
import io.orderingengine.spi.ProductDetailRow;
import io.orderingengine.spi.Row;
import io.orderingengine.spi.Table;
import io.orderingengine.spi.UserCoupon;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The floor: plain maps that keep the rows that a store keeps, and the same rules. No lock, no
 * transaction, no digest of the content, no result but the id. For one thread.
 */
public final class BareArm implements Arm, RowSource {
  private final List<Map<Long, Row>> tables =
      Table.ALL.stream().map(table -> (Map<Long, Row>) new HashMap<Long, Row>()).toList();
  private final Map<CommandKey, Long> keys = new HashMap<>();
  private final Map<UserCoupon, Long> issuedOnce = new HashMap<>();
  private long nextId;

  /** With the rows that another has, and ids of its own from this one on. */
  public BareArm(RowSource opening, long firstFreeId) {
    nextId = firstFreeId;
    Table.ALL.forEach(table -> opening.each(table, row -> put(table, row)));
    each(
        Table.ISSUED_COUPONS,
        row -> issuedOnce.put(new UserCoupon(row.userId(), row.couponId()), row.id()));
  }

  private void put(Table<?> table, Row row) {
    tables.get(table.ordinal()).put(row.id(), row);
  }

  private <R extends Row> @Nullable R find(Table<R> table, long id) {
    return table.rowType().cast(tables.get(table.ordinal()).get(id));
  }

  private <R extends Row> R get(Table<R> table, long id) {
    R row = find(table, id);
    if (row == null) {
      throw new RefusedException("no such " + table);
    }
    return row;
  }

  @Override
  public long checkout(Cart cart) {
    var key = new CommandKey(cart.user(), "order", cart.key());
    Long known = keys.get(key);
    if (known != null) {
      return known;
    }
    BalanceRow balance = get(Table.BALANCES, cart.user());
    IssuedCouponRow issued = get(Table.ISSUED_COUPONS, cart.issuedCoupon());
    var facts = new Facts(cart);
    facts.balance = balance.balance();
    facts.coupon(
        issued.userId(),
        issued.status().name(),
        issued.expiredAt(),
        get(Table.COUPONS, issued.couponId()).discountPrice());
    var options = new ProductDetailRow[facts.prices.length];
    for (int i = 0; i < options.length; i++) {
      ProductDetailRow option = get(Table.PRODUCT_DETAILS, cart.lines().get(i).sku());
      options[i] = option;
      facts.option(i, option.price(), option.onSale(), option.stock());
    }
    Purchase purchase = Purchase.decide(cart, facts, nextId);
    nextId += Purchase.ids(cart);
    write(purchase, balance, issued, options);
    keys.put(key, purchase.orderId());
    return purchase.orderId();
  }

  private void write(
      Purchase p, BalanceRow balance, IssuedCouponRow issued, ProductDetailRow[] options) {
    Instant at = p.at;
    long user = p.cart.user();
    long id = p.orderId();
    put(
        Table.ORDERS,
        new OrderRow(
            id,
            user,
            issued.id(),
            at,
            OrderStatus.PAID,
            p.total,
            p.discount,
            p.paid(),
            null,
            null,
            1,
            at,
            at));
    for (int i = 0; i < p.lines(); i++) {
      take(p, i, options[i]);
    }
    put(
        Table.PAYMENTS,
        new PaymentRow(p.paymentId(), id, PaymentStatus.PAID, p.paid(), at, at, at));
    put(
        Table.BALANCES,
        new BalanceRow(user, user, balance.balance() - p.paid(), balance.createdAt(), at));
    put(
        Table.BALANCE_HISTORIES,
        new BalanceHistoryRow(
            p.historyId(), user, issued.id(), -p.paid(), TransactionType.USE, at));
    put(
        Table.ISSUED_COUPONS,
        issued.after(
            new IssuedCouponChange(
                issued.id(), IssuedCouponStatus.ISSUED, IssuedCouponStatus.USED, at)));
    put(
        Table.EVENTS,
        new EventRow(p.eventId(), EventType.ORDER_CHECKED_OUT, id, user, p.paid(), 1, at));
  }

  private void take(Purchase p, int i, ProductDetailRow option) {
    Line line = p.line(i);
    Instant at = p.at;
    put(
        Table.ORDER_ITEMS,
        new OrderItemRow(
            p.itemId(i),
            p.orderId(),
            line.sku(),
            p.prices[i],
            line.quantity(),
            p.shares[i],
            at,
            at));
    put(Table.PRODUCT_DETAILS, option.after(new Delta(line.sku(), -line.quantity(), at)));
  }

  @Override
  public long issue(Claim claim) {
    var once = new UserCoupon(claim.user(), claim.coupon());
    Long held = issuedOnce.get(once);
    if (held != null) {
      return held;
    }
    CouponRow coupon = get(Table.COUPONS, claim.coupon());
    Terms terms =
        new Terms(
            coupon.quantity(),
            coupon.validity(),
            coupon.issueFrom(),
            coupon.issueUntil(),
            find(Table.USERS, claim.user()) != null);
    Issue issue = Issue.decide(claim, terms, nextId);
    nextId += Issue.IDS;
    put(
        Table.ISSUED_COUPONS,
        new IssuedCouponRow(
            issue.id(),
            claim.user(),
            claim.coupon(),
            IssuedCouponStatus.ISSUED,
            null,
            issue.expiry(),
            issue.at()));
    put(
        Table.EVENTS,
        new EventRow(
            issue.eventId(), EventType.COUPON_ISSUED, issue.id(), claim.user(), 0, 0, issue.at()));
    put(Table.COUPONS, coupon.after(new Delta(claim.coupon(), -1, issue.at())));
    issuedOnce.put(once, issue.id());
    return issue.id();
  }

  @Override
  public <R extends Row> void each(Table<R> table, Consumer<R> reader) {
    tables.get(table.ordinal()).values().forEach(row -> reader.accept(table.rowType().cast(row)));
  }

  @Override
  public boolean hasKey(long user, String key) {
    return keys.containsKey(new CommandKey(user, "order", key));
  }

  @Override
  public void close() {}
}
