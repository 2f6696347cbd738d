package io.orderingengine.order;

import io.orderingengine.value.Rejection;

/** The order cannot be cancelled: it has been before. */
public record NotCancellable(OrderId orderId, OrderStatus status) implements Rejection {
  @Override
  public String code() {
    return "NOT_CANCELLABLE";
  }

  @Override
  public String message() {
    return "Order %s is %s and cannot be cancelled.".formatted(orderId, status);
  }
}
