/** Benchmarks of the ordering engine. */
@NullMarked
package io.orderingengine.benchmarks;

import org.jspecify.annotations.NullMarked;
