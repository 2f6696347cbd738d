package io.orderingengine.examples.flashsale;

import io.orderingengine.coupon.IssuedCoupon;
import io.orderingengine.order.Order;
import java.util.List;
import java.util.Optional;

/**
 * What one shopper was told.
 *
 * @param coupon the coupon that was issued
 * @param orders each accepted order, as the last answer showed it; more than one is an error
 * @param doubleClick whether the checkout was sent twice at once
 */
record Told(Optional<IssuedCoupon> coupon, List<Order> orders, boolean doubleClick) {}
