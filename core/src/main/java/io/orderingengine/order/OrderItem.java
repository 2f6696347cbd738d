package io.orderingengine.order;

import io.orderingengine.catalog.ProductDetailId;
import io.orderingengine.value.Money;
import java.time.Instant;

/**
 * One line of an order; no two lines of an order name the same option. Immutable.
 *
 * @param unitPrice the price of one unit when the order was placed
 * @param discountShare this line's part of the order's discount
 */
public record OrderItem(
    OrderItemId id,
    OrderId orderId,
    ProductDetailId productDetailId,
    Money unitPrice,
    long quantity,
    Money discountShare,
    Instant createdAt,
    Instant modifiedAt) {}
