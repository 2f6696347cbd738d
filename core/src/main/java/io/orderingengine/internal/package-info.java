/** The features behind their interfaces; exported to nobody. */
@NullMarked
package io.orderingengine.internal;

import org.jspecify.annotations.NullMarked;
