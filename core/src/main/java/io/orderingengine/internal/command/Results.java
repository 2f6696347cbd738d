package io.orderingengine.internal.command;

import io.orderingengine.balance.Balance;
import io.orderingengine.balance.BalanceHistory;
import io.orderingengine.balance.BalanceHistoryId;
import io.orderingengine.balance.BalanceId;
import io.orderingengine.catalog.Product;
import io.orderingengine.catalog.ProductDetail;
import io.orderingengine.catalog.ProductDetailId;
import io.orderingengine.catalog.ProductId;
import io.orderingengine.coupon.Coupon;
import io.orderingengine.coupon.CouponId;
import io.orderingengine.coupon.IssuedCoupon;
import io.orderingengine.coupon.IssuedCouponId;
import io.orderingengine.coupon.IssuedCouponStatus;
import io.orderingengine.order.Order;
import io.orderingengine.order.OrderId;
import io.orderingengine.order.OrderItem;
import io.orderingengine.order.OrderItemId;
import io.orderingengine.order.Payment;
import io.orderingengine.order.PaymentId;
import io.orderingengine.spi.BalanceHistoryRow;
import io.orderingengine.spi.BalanceRow;
import io.orderingengine.spi.CouponRow;
import io.orderingengine.spi.IssuedCouponRow;
import io.orderingengine.spi.OrderItemRow;
import io.orderingengine.spi.OrderRow;
import io.orderingengine.spi.OrderRows;
import io.orderingengine.spi.PaymentRow;
import io.orderingengine.spi.ProductDetailRow;
import io.orderingengine.spi.ProductRow;
import io.orderingengine.spi.ProductRows;
import io.orderingengine.spi.UserRow;
import io.orderingengine.user.User;
import io.orderingengine.user.UserId;
import io.orderingengine.value.Money;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What users see of rows: the one place where rows become results. */
public final class Results {
  private Results() {}

  public static User user(UserRow row) {
    return new User(
        UserId.of(row.id()),
        row.name(),
        row.email(),
        row.externalId(),
        row.createdAt(),
        row.modifiedAt());
  }

  public static Balance balance(BalanceRow row) {
    return new Balance(
        BalanceId.of(row.id()),
        UserId.of(row.userId()),
        Money.of(row.balance()),
        row.createdAt(),
        row.modifiedAt());
  }

  public static BalanceHistory balanceHistory(BalanceHistoryRow row) {
    return new BalanceHistory(
        BalanceHistoryId.of(row.id()),
        BalanceId.of(row.balanceId()),
        issuedCouponId(row.issuedCouponId()),
        Money.of(row.amount()),
        row.transactionType(),
        row.createdAt());
  }

  public static Product product(ProductRows rows) {
    ProductRow row = rows.product();
    return new Product(
        ProductId.of(row.id()),
        row.brand(),
        row.name(),
        row.externalId(),
        row.createdAt(),
        row.modifiedAt(),
        rows.details().stream().map(Results::productDetail).toList());
  }

  public static ProductDetail productDetail(ProductDetailRow row) {
    return new ProductDetail(
        ProductDetailId.of(row.id()),
        ProductId.of(row.productId()),
        row.optionValue(),
        Money.of(row.price()),
        row.stock(),
        row.onSale(),
        row.externalId(),
        row.createdAt(),
        row.modifiedAt());
  }

  public static Coupon coupon(CouponRow row) {
    return new Coupon(
        CouponId.of(row.id()),
        Money.of(row.discountPrice()),
        row.quantity(),
        row.openingQuantity(),
        row.validity(),
        row.issueFrom(),
        row.issueUntil(),
        row.externalId(),
        row.createdAt(),
        row.modifiedAt());
  }

  /** An issued coupon as it stands at a time: one that was not used in time is EXPIRED. */
  public static IssuedCoupon issuedCoupon(IssuedCouponRow row, Instant now) {
    boolean late = row.status() == IssuedCouponStatus.ISSUED && isOver(row.expiredAt(), now);
    return new IssuedCoupon(
        IssuedCouponId.of(row.id()),
        UserId.of(row.userId()),
        CouponId.of(row.couponId()),
        late ? IssuedCouponStatus.EXPIRED : row.status(),
        row.usedAt(),
        row.expiredAt(),
        row.createdAt());
  }

  /** Whether a time that ends something has come. */
  static boolean isOver(Instant end, Instant now) {
    return !now.isBefore(end);
  }

  public static Order order(OrderRows rows) {
    OrderRow row = rows.order();
    OrderId id = OrderId.of(row.id());
    return new Order(
        id,
        UserId.of(row.userId()),
        issuedCouponId(row.issuedCouponId()),
        row.orderDate(),
        row.status(),
        Money.of(row.totalAmount()),
        Money.of(row.discountAmount()),
        Money.of(row.paymentAmount()),
        row.externalId(),
        row.expiresAt(),
        row.version(),
        row.createdAt(),
        row.modifiedAt(),
        orderItems(id, rows.items()),
        payment(id, rows.payment()));
  }

  private static List<OrderItem> orderItems(OrderId id, List<OrderItemRow> rows) {
    OrderItem[] items = new OrderItem[rows.size()];
    for (int i = 0; i < items.length; i++) {
      items[i] = orderItem(id, rows.get(i));
    }
    return List.of(items);
  }

  private static OrderItem orderItem(OrderId orderId, OrderItemRow row) {
    return new OrderItem(
        OrderItemId.of(row.id()),
        orderId,
        ProductDetailId.of(row.productDetailId()),
        Money.of(row.unitPrice()),
        row.quantity(),
        Money.of(row.discountShare()),
        row.createdAt(),
        row.modifiedAt());
  }

  private static Payment payment(OrderId orderId, PaymentRow row) {
    return new Payment(
        PaymentId.of(row.id()),
        orderId,
        row.status(),
        Money.of(row.amount()),
        row.paidAt(),
        row.createdAt(),
        row.modifiedAt());
  }

  private static @Nullable IssuedCouponId issuedCouponId(@Nullable Long id) {
    return id == null ? null : IssuedCouponId.of(id);
  }
}
