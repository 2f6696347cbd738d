package io.orderingengine.order;

import io.orderingengine.value.Rejection;

/** The order cannot be paid: it is paid or cancelled already, or its time is over. */
public record NotPayable(OrderId orderId, OrderStatus status) implements Rejection {
  @Override
  public String code() {
    return "NOT_PAYABLE";
  }

  @Override
  public String message() {
    return "Order %s is %s or its time is over, and cannot be paid; look at it, or order again."
        .formatted(orderId, status);
  }
}
