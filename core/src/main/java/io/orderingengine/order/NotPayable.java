package io.orderingengine.order;

import io.orderingengine.value.Rejection;

/**
 * The order cannot be paid: it was paid or cancelled before, or its time is over.
 *
 * @param status where the order stands; PLACED if its time is over
 */
public record NotPayable(OrderId orderId, OrderStatus status) implements Rejection {
  @Override
  public String code() {
    return "NOT_PAYABLE";
  }

  @Override
  public String message() {
    return status == OrderStatus.PLACED
        ? "The time to pay order %s is over; order again.".formatted(orderId)
        : "Order %s is %s and cannot be paid.".formatted(orderId, status);
  }
}
