package io.orderingengine.catalog;

import io.orderingengine.value.Rejection;

/** The stock holds fewer units than were asked for. */
public record OutOfStock(ProductDetailId productDetailId, long requested, long available)
    implements Rejection {
  @Override
  public String code() {
    return "OUT_OF_STOCK";
  }

  @Override
  public String message() {
    return "Option %s has %d units left, and %d were asked for; ask for fewer."
        .formatted(productDetailId, available, requested);
  }
}
