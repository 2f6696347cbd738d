package io.orderingengine.spi;

import java.time.Instant;

/** A row of {@code order_item}. */
public record OrderItemRow(
    long id,
    long orderId,
    long productDetailId,
    long unitPrice,
    long quantity,
    long discountShare,
    Instant createdAt,
    Instant modifiedAt)
    implements Row {}
