package io.orderingengine.order;

import io.orderingengine.catalog.ProductDetailId;

/** One line of a checkout: how many units of which option. Immutable. */
public record CheckoutLine(ProductDetailId productDetailId, long quantity) {}
