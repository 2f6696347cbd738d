/** The values that every feature shares: money, outcomes, keys and pages. */
@NullMarked
package io.orderingengine.value;

import org.jspecify.annotations.NullMarked;
