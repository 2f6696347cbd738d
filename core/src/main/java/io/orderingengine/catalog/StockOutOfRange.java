package io.orderingengine.catalog;

import io.orderingengine.value.Rejection;

/** A stock would exceed {@link NewOption#MAX_STOCK}. */
public record StockOutOfRange(ProductDetailId productDetailId, long stock, long units)
    implements Rejection {
  @Override
  public String code() {
    return "STOCK_OUT_OF_RANGE";
  }

  @Override
  public String message() {
    return "Option %s has %d units and cannot take %d more: the most is %d."
        .formatted(productDetailId, stock, units, NewOption.MAX_STOCK);
  }
}
