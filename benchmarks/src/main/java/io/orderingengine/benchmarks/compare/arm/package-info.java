/** The ways to write a checkout, one class each. */
@NullMarked
package io.orderingengine.benchmarks.compare.arm;

import org.jspecify.annotations.NullMarked;
