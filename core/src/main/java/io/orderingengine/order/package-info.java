/** Orders: placing, paying, cancelling and finding them. */
@NullMarked
package io.orderingengine.order;

import org.jspecify.annotations.NullMarked;
