package io.orderingengine.spi;

import io.orderingengine.order.OrderStatus;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of {@code order}. */
public record OrderRow(
    long id,
    long userId,
    @Nullable Long issuedCouponId,
    Instant orderDate,
    OrderStatus status,
    long totalAmount,
    long discountAmount,
    long paymentAmount,
    @Nullable String externalId,
    @Nullable Instant expiresAt,
    long version,
    Instant createdAt,
    Instant modifiedAt)
    implements Row {
  /** The row as the change leaves it. */
  public OrderRow after(OrderChange change) {
    return new OrderRow(
        id,
        userId,
        issuedCouponId,
        orderDate,
        change.to(),
        totalAmount,
        discountAmount,
        paymentAmount,
        externalId,
        expiresAt,
        change.toVersion(),
        createdAt,
        change.at());
  }
}
