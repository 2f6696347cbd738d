package io.orderingengine.catalog;

import io.orderingengine.check.Require;

/** The id of a product's option, the SKU, given by the store. Immutable. */
public record ProductDetailId(long value) {
  public ProductDetailId {
    Require.positive("productDetailId", value);
  }

  public static ProductDetailId of(long value) {
    return new ProductDetailId(value);
  }

  /** The bare number, for messages. */
  @Override
  public String toString() {
    return Long.toString(value);
  }
}
