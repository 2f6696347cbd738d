/** The comparison of ways to write a checkout. */
@NullMarked
package io.orderingengine.benchmarks.compare;

import org.jspecify.annotations.NullMarked;
