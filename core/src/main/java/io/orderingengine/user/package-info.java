/** Users: who orders. */
@NullMarked
package io.orderingengine.user;

import org.jspecify.annotations.NullMarked;
