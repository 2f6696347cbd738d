/** A store that keeps its rows in memory. */
@NullMarked
package io.orderingengine.memory;

import org.jspecify.annotations.NullMarked;
