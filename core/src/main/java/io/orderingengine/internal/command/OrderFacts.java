package io.orderingengine.internal.command;

import io.orderingengine.spi.OrderItemRow;
import io.orderingengine.spi.OrderRow;
import io.orderingengine.spi.OrderRows;
import io.orderingengine.spi.RowIds;

/**
 * What never changes of an order, read before the lock so that a command can name the order's rows.
 *
 * @param issuedCoupon the coupon that it was placed with: one id or none
 */
public record OrderFacts(long orderId, long userId, RowIds issuedCoupon, RowIds productDetails) {
  public static OrderFacts of(OrderRows rows) {
    OrderRow order = rows.order();
    Long coupon = order.issuedCouponId();
    return new OrderFacts(
        order.id(),
        order.userId(),
        coupon == null ? RowIds.none() : RowIds.of(coupon),
        RowIds.of(rows.items(), OrderItemRow::productDetailId));
  }
}
