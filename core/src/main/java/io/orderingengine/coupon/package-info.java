/** Coupons, limited in number, and what users hold of them. */
@NullMarked
package io.orderingengine.coupon;

import org.jspecify.annotations.NullMarked;
