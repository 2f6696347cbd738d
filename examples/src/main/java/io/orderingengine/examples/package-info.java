/** Runnable programs, one for each feature of the ordering engine. */
@NullMarked
package io.orderingengine.examples;

import org.jspecify.annotations.NullMarked;
