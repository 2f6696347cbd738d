/** Checks of arguments, shared by every package and exported to nobody. */
@NullMarked
package io.orderingengine.check;

import org.jspecify.annotations.NullMarked;
