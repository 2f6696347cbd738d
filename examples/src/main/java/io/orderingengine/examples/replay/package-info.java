/** The replay of a file of retail invoices, and the proof that every line is accounted for. */
@NullMarked
package io.orderingengine.examples.replay;

import org.jspecify.annotations.NullMarked;
