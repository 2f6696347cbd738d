package io.orderingengine.catalog;

import io.orderingengine.value.Rejection;

/** There is no such option. */
public record ProductDetailNotFound(ProductDetailId productDetailId) implements Rejection {
  @Override
  public String code() {
    return "PRODUCT_DETAIL_NOT_FOUND";
  }

  @Override
  public String message() {
    return "There is no option %s; look up its product's options.".formatted(productDetailId);
  }
}
