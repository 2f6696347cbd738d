package io.orderingengine.examples.replay;

import io.orderingengine.OrderingEngine;
import io.orderingengine.order.Checkout;
import io.orderingengine.order.Order;
import io.orderingengine.user.NewUser;
import io.orderingengine.user.UserId;
import io.orderingengine.value.IdempotencyKey;
import io.orderingengine.value.Outcome;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;

/**
 * Serves the buyers: each command has a key, so that a second replay of the same file changes
 * nothing. Thread-safe; the steps of one buyer are taken by one thread, in file order.
 */
final class Till {
  private static final IdempotencyKey CHARGE = IdempotencyKey.of("all invoices");

  private final OrderingEngine engine;
  private final Shelves shelves;
  private final LongAdder lines = new LongAdder();
  private final Queue<String> refusals = new ConcurrentLinkedQueue<>();

  Till(OrderingEngine engine, Shelves shelves) {
    this.engine = engine;
    this.shelves = shelves;
  }

  /** Registers a buyer, pays in exactly what all baskets cost, and takes the steps. */
  void serve(Buyer buyer) {
    NewUser user = NewUser.named(buyer.name()).externalId(buyer.name());
    UserId id = engine.users().register(user).orElseThrow().id();
    hear(buyer.name(), engine.balances().charge(id, buyer.need(), CHARGE));
    for (Step step : buyer.steps()) {
      take(step, id);
    }
  }

  private void take(Step step, UserId user) {
    if (step instanceof Basket basket) {
      hear("invoice " + basket.name(), engine.orders().checkout(checkout(basket, user)));
      lines.add(basket.lines());
    } else if (step instanceof Return back) {
      cancel(back, user);
      lines.add(back.lines().size());
    }
  }

  private Checkout checkout(Basket basket, UserId user) {
    Checkout checkout =
        Checkout.by(user).externalId(basket.name()).key(basket.name()).expectTotal(basket.total());
    for (Map.Entry<Sku, Long> each : basket.units().entrySet()) {
      checkout = checkout.item(shelves.option(each.getKey()), each.getValue());
    }
    return checkout;
  }

  private void cancel(Return back, UserId user) {
    Optional<Order> order = engine.orders().findByExternalId(back.from().name());
    IdempotencyKey key = IdempotencyKey.of(back.invoice() + " of " + back.from().name());
    order.ifPresent(
        found -> hear("invoice " + back.invoice(), engine.orders().cancel(user, found.id(), key)));
  }

  private void hear(String command, Outcome<?> outcome) {
    outcome.fold(any -> true, no -> refusals.add(command + ": " + no.code() + ", " + no.message()));
  }

  /** The lines replayed so far. */
  long lines() {
    return lines.sum();
  }

  List<String> refusals() {
    return List.copyOf(refusals);
  }
}
