package io.orderingengine.jdbi;

import io.orderingengine.spi.ExternalId;

/** Which table has the rows of a kind. */
final class ExternalIds {
  private ExternalIds() {}

  static String table(ExternalId.Kind kind) {
    return switch (kind) {
      case USER -> "user";
      case PRODUCT -> "product";
      case PRODUCT_DETAIL -> "product_details";
      case COUPON -> "coupon";
      case ORDER -> "order";
    };
  }
}
