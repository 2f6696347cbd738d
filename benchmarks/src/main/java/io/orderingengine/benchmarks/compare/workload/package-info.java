/** What callers ask for, and the rows that a shop opens with. */
@NullMarked
package io.orderingengine.benchmarks.compare.workload;

import org.jspecify.annotations.NullMarked;
