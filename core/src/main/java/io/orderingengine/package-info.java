/** The entrance: {@link io.orderingengine.OrderingEngine} and how to build one. */
@NullMarked
package io.orderingengine;

import org.jspecify.annotations.NullMarked;
