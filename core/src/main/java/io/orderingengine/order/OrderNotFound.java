package io.orderingengine.order;

import io.orderingengine.value.Rejection;

/** There is no such order, or it is another user's. */
public record OrderNotFound(OrderId orderId) implements Rejection {
  @Override
  public String code() {
    return "ORDER_NOT_FOUND";
  }

  @Override
  public String message() {
    return "There is no order %s for this caller; look up the orders of the user."
        .formatted(orderId);
  }
}
