package io.orderingengine.spi;

import io.orderingengine.order.PaymentStatus;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A payment's step from one status to another, and its new {@code paid_at}.
 *
 * @param at the row's new {@code modified_at}
 */
public record PaymentChange(
    long id, PaymentStatus from, PaymentStatus to, @Nullable Instant paidAt, Instant at)
    implements Update {
  /** One step for both. */
  PaymentChange and(PaymentChange next) {
    return new PaymentChange(id, from, next.to, next.paidAt, next.at);
  }
}
