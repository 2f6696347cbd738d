package io.orderingengine.catalog;

import io.orderingengine.value.Rejection;

/** There is no such product. */
public record ProductNotFound(ProductId productId) implements Rejection {
  @Override
  public String code() {
    return "PRODUCT_NOT_FOUND";
  }

  @Override
  public String message() {
    return "There is no product %s; look it up, or add it first.".formatted(productId);
  }
}
