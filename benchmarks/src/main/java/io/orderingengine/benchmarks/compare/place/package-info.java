/** Where the rows are kept, and how they are put back into their first state. */
@NullMarked
package io.orderingengine.benchmarks.compare.place;

import org.jspecify.annotations.NullMarked;
