/** What a store implements: rows in, rows out, one transaction at a time. */
@NullMarked
package io.orderingengine.spi;

import org.jspecify.annotations.NullMarked;
