package io.orderingengine.internal.command;

import io.orderingengine.balance.InsufficientBalance;
import io.orderingengine.balance.TransactionType;
import io.orderingengine.catalog.NotForSale;
import io.orderingengine.catalog.OutOfStock;
import io.orderingengine.catalog.ProductDetailNotFound;
import io.orderingengine.coupon.CouponAlreadyUsed;
import io.orderingengine.coupon.CouponExpired;
import io.orderingengine.coupon.CouponNotFound;
import io.orderingengine.coupon.IssuedCouponId;
import io.orderingengine.coupon.IssuedCouponStatus;
import io.orderingengine.event.EventType;
import io.orderingengine.order.Checkout;
import io.orderingengine.order.CheckoutLine;
import io.orderingengine.order.Order;
import io.orderingengine.order.OrderStatus;
import io.orderingengine.order.PaymentStatus;
import io.orderingengine.order.TotalChanged;
import io.orderingengine.spi.BalanceHistoryRow;
import io.orderingengine.spi.BalanceRow;
import io.orderingengine.spi.Changes;
import io.orderingengine.spi.IssuedCouponChange;
import io.orderingengine.spi.IssuedCouponRow;
import io.orderingengine.spi.OrderItemRow;
import io.orderingengine.spi.OrderRow;
import io.orderingengine.spi.OrderRows;
import io.orderingengine.spi.PaymentRow;
import io.orderingengine.spi.ProductDetailRow;
import io.orderingengine.spi.Rows;
import io.orderingengine.spi.Table;
import io.orderingengine.user.UserNotFound;
import io.orderingengine.value.AmountOutOfRange;
import io.orderingengine.value.Money;
import io.orderingengine.value.Rejection;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One order while it is decided: each step checks one rule and answers why not, or null; the last
 * writes the rows. Lives within one decision, on one thread.
 */
final class OrderDraft {
  /** The ids of an order beside those of its lines: order, payment, history, event. */
  static final int IDS = 4;

  private final Checkout checkout;
  private final Instant now;
  private final Changes.Builder changes = Changes.builder();
  private final long[] unitPrices;
  private final long[] lineTotals;

  /** The time to record: not before what any locked row has recorded. */
  private Instant at;

  private @Nullable BalanceRow balance;
  private @Nullable IssuedCouponRow coupon;
  private @Nullable Long couponId;
  private long total;
  private long discount;

  OrderDraft(Checkout checkout, Instant now) {
    this.checkout = checkout;
    this.now = now;
    at = now;
    unitPrices = new long[checkout.lines().size()];
    lineTotals = new long[unitPrices.length];
  }

  @Nullable Rejection findUser(Rows rows) {
    boolean known = rows.user(checkout.userId().value()) != null;
    return known ? null : new UserNotFound(checkout.userId());
  }

  @Nullable Rejection findBalance(Rows rows) {
    balance = rows.balance(checkout.userId().value());
    if (balance == null) {
      return new UserNotFound(checkout.userId());
    }
    at = Time.later(at, balance.modifiedAt());
    return null;
  }

  @Nullable Rejection takeStock(Rows rows) {
    List<CheckoutLine> lines = checkout.lines();
    Rejection no = null;
    for (int i = 0; i < lines.size() && no == null; i++) {
      no = takeStock(i, lines.get(i), rows.productDetail(lines.get(i).productDetailId().value()));
    }
    return no;
  }

  private @Nullable Rejection takeStock(
      int i, CheckoutLine line, @Nullable ProductDetailRow detail) {
    if (detail == null) {
      return new ProductDetailNotFound(line.productDetailId());
    }
    if (!detail.onSale()) {
      return new NotForSale(line.productDetailId());
    }
    if (detail.stock() < line.quantity()) {
      return new OutOfStock(line.productDetailId(), line.quantity(), detail.stock());
    }
    at = Time.later(at, detail.modifiedAt());
    unitPrices[i] = detail.price();
    return null;
  }

  @Nullable Rejection sumUp() {
    int i = 0;
    try {
      for (; i < lineTotals.length; i++) {
        lineTotals[i] = Math.multiplyExact(unitPrices[i], checkout.lines().get(i).quantity());
        total = Math.addExact(total, lineTotals[i]);
      }
      return null;
    } catch (ArithmeticException beyond64Bits) {
      return new AmountOutOfRange("total of the order", Money.of(unitPrices[i]));
    }
  }

  @Nullable Rejection agreeOnTotal() {
    Money expected = checkout.expectedTotal();
    return expected == null || expected.amount() == total
        ? null
        : new TotalChanged(expected, Money.of(total));
  }

  @Nullable Rejection useCoupon(Rows rows) {
    IssuedCouponId id = checkout.issuedCouponId();
    if (id == null) {
      return null;
    }
    coupon = rows.issuedCoupon(id.value());
    if (coupon == null || coupon.userId() != checkout.userId().value()) {
      return new CouponNotFound(id.value());
    }
    if (coupon.status() == IssuedCouponStatus.USED) {
      return new CouponAlreadyUsed(id);
    }
    if (Results.isOver(coupon.expiredAt(), now)) {
      return new CouponExpired(id, coupon.expiredAt());
    }
    couponId = coupon.id();
    at = Time.later(at, coupon.createdAt());
    discount = Math.min(total, rows.discountPrice(id.value()));
    return null;
  }

  @Nullable Rejection checkBalance() {
    long available = balance == null ? 0 : balance.balance();
    return available >= total - discount
        ? null
        : new InsufficientBalance(
            checkout.userId(), Money.of(total - discount), Money.of(available));
  }

  /** Writes the order's rows. */
  Decision<Order> accept(@Nullable Duration unpaidFor, Ids ids) {
    boolean paid = unpaidFor == null;
    long orderId = ids.next();
    List<OrderItemRow> items = items(orderId, ids);
    OrderRow order = order(orderId, paid, unpaidFor == null ? null : at.plus(unpaidFor));
    PaymentRow payment = payment(orderId, paid, ids);
    changes.insert(Table.ORDERS, order).insert(Table.PAYMENTS, payment);
    markCoupon();
    if (paid) {
      debit(ids);
    }
    EventType type = paid ? EventType.ORDER_CHECKED_OUT : EventType.ORDER_PLACED;
    changes.insert(Table.EVENTS, OrderEvents.of(ids.next(), type, order));
    Order result = Results.order(new OrderRows(order, items, payment));
    return Decision.accept(result, orderId, changes.build());
  }

  private List<OrderItemRow> items(long orderId, Ids ids) {
    long[] shares = DiscountShares.of(discount, lineTotals);
    List<OrderItemRow> items = new ArrayList<>(shares.length);
    for (int i = 0; i < shares.length; i++) {
      CheckoutLine line = checkout.lines().get(i);
      long detail = line.productDetailId().value();
      var item =
          new OrderItemRow(
              ids.next(), orderId, detail, unitPrices[i], line.quantity(), shares[i], at, at);
      items.add(item);
      changes.insert(Table.ORDER_ITEMS, item).moveStock(detail, -line.quantity(), at);
    }
    return items;
  }

  private OrderRow order(long orderId, boolean paid, @Nullable Instant expiresAt) {
    return new OrderRow(
        orderId,
        checkout.userId().value(),
        couponId,
        at,
        paid ? OrderStatus.PAID : OrderStatus.PLACED,
        total,
        discount,
        total - discount,
        checkout.externalId(),
        expiresAt,
        1,
        at,
        at);
  }

  private PaymentRow payment(long orderId, boolean paid, Ids ids) {
    PaymentStatus status = paid ? PaymentStatus.PAID : PaymentStatus.PENDING;
    return new PaymentRow(ids.next(), orderId, status, total - discount, paid ? at : null, at, at);
  }

  private void markCoupon() {
    if (coupon != null) {
      changes.change(
          new IssuedCouponChange(
              coupon.id(), IssuedCouponStatus.ISSUED, IssuedCouponStatus.USED, at));
    }
  }

  private void debit(Ids ids) {
    long user = checkout.userId().value();
    long paid = total - discount;
    changes.moveBalance(user, -paid, at);
    changes.insert(
        Table.BALANCE_HISTORIES,
        new BalanceHistoryRow(ids.next(), user, couponId, -paid, TransactionType.USE, at));
  }
}
