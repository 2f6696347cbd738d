/** How a command runs: ids, lock, decide, write, and the bounded retry. */
@NullMarked
package io.orderingengine.internal.execution;

import org.jspecify.annotations.NullMarked;
