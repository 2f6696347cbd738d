/** The flash sale: many shoppers, a limited stock, limited coupons, and the proof afterwards. */
@NullMarked
package io.orderingengine.examples.flashsale;

import org.jspecify.annotations.NullMarked;
