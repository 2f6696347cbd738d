package io.orderingengine.examples.flashsale;

import io.orderingengine.order.Order;
import io.orderingengine.order.OrderId;
import io.orderingengine.order.OrderStatus;
import io.orderingengine.user.UserId;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What the callers were told: each accepted order in its last state. Thread-safe. */
final class Told {
  private final Map<Claim, OrderStatus> orders = new ConcurrentHashMap<>();

  /** An order in one user's hands; two users with the same order are two claims. */
  record Claim(OrderId order, UserId user) {
    static Claim of(Order order) {
      return new Claim(order.id(), order.userId());
    }
  }

  void order(Order order) {
    orders.put(Claim.of(order), order.status());
  }

  Map<Claim, OrderStatus> orders() {
    return Map.copyOf(orders);
  }
}
