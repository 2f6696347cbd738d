/** What must add up among the rows. */
@NullMarked
package io.orderingengine.benchmarks.compare.check;

import org.jspecify.annotations.NullMarked;
