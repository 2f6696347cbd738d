package io.orderingengine.catalog;

import io.orderingengine.check.Require;

/** The id of a product, given by the store. Immutable. */
public record ProductId(long value) {
  public ProductId {
    Require.positive("productId", value);
  }

  public static ProductId of(long value) {
    return new ProductId(value);
  }

  /** The bare number, for messages. */
  @Override
  public String toString() {
    return Long.toString(value);
  }
}
