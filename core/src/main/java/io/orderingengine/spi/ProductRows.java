package io.orderingengine.spi;

import java.util.List;

/** A product's row with its options, in ascending id order. */
public record ProductRows(ProductRow product, List<ProductDetailRow> details) {}
