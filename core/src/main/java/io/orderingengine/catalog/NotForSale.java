package io.orderingengine.catalog;

import io.orderingengine.value.Rejection;

/** The option is closed for orders. */
public record NotForSale(ProductDetailId productDetailId) implements Rejection {
  @Override
  public String code() {
    return "NOT_FOR_SALE";
  }

  @Override
  public String message() {
    return "Option %s is not on sale; leave it out of the order.".formatted(productDetailId);
  }
}
