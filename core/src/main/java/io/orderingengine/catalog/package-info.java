/** The catalog: products and their options, each a SKU with a price and a stock. */
@NullMarked
package io.orderingengine.catalog;

import org.jspecify.annotations.NullMarked;
