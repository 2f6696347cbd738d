package io.orderingengine.order;

import io.orderingengine.coupon.IssuedCouponId;
import io.orderingengine.user.UserId;
import io.orderingengine.value.Money;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An order with its lines and its payment. Immutable.
 *
 * @param issuedCouponId the coupon that it uses or, once cancelled, used; or null
 * @param totalAmount the lines at their unit prices
 * @param discountAmount what the coupon takes off, at most the total
 * @param paymentAmount the total without the discount
 * @param externalId the host's own name for this order, or null
 * @param expiresAt the time from which on an unpaid order cannot be paid, or null if it was paid
 *     when it was placed
 * @param version 1 when it is placed, one more with each change
 * @param items the lines, in the order in which the checkout named them
 */
public record Order(
    OrderId id,
    UserId userId,
    @Nullable IssuedCouponId issuedCouponId,
    Instant orderDate,
    OrderStatus status,
    Money totalAmount,
    Money discountAmount,
    Money paymentAmount,
    @Nullable String externalId,
    @Nullable Instant expiresAt,
    long version,
    Instant createdAt,
    Instant modifiedAt,
    List<OrderItem> items,
    Payment payment) {
  public Order {
    items = List.copyOf(items);
  }
}
