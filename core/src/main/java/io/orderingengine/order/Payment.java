package io.orderingengine.order;

import io.orderingengine.value.Money;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The one payment of an order. Immutable.
 *
 * @param paidAt when it was paid, or null
 */
public record Payment(
    PaymentId id,
    OrderId orderId,
    PaymentStatus status,
    Money amount,
    @Nullable Instant paidAt,
    Instant createdAt,
    Instant modifiedAt) {}
