package io.orderingengine.spi;

import io.orderingengine.order.PaymentStatus;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of {@code payment}. */
public record PaymentRow(
    long id,
    long orderId,
    PaymentStatus status,
    long amount,
    @Nullable Instant paidAt,
    Instant createdAt,
    Instant modifiedAt)
    implements Row {
  /** The row as the change leaves it. */
  public PaymentRow after(PaymentChange change) {
    return new PaymentRow(
        id, orderId, change.to(), amount, change.paidAt(), createdAt, change.at());
  }
}
