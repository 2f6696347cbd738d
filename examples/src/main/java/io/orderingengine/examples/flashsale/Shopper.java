package io.orderingengine.examples.flashsale;

import io.orderingengine.OrderingEngine;
import io.orderingengine.coupon.IssuedCoupon;
import io.orderingengine.order.Checkout;
import io.orderingengine.order.Order;
import io.orderingengine.user.UserId;
import io.orderingengine.value.Outcome;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;

/** One shopper's way through the shop: a coupon, a checkout, and perhaps second thoughts. */
final class Shopper {
  private final OrderingEngine engine;
  private final Shop shop;
  private final Tally tally;
  private final UserId user;
  private final Plan plan;

  Shopper(OrderingEngine engine, Shop shop, Tally tally, UserId user, Plan plan) {
    this.engine = engine;
    this.shop = shop;
    this.tally = tally;
    this.user = user;
    this.plan = plan;
  }

  Told shop() {
    Optional<IssuedCoupon> coupon = tally.hear(engine.coupons().issue(shop.coupon(), user));
    List<Order> orders = order(cart(coupon));
    return new Told(coupon, orders.stream().map(this::settle).toList(), plan.clicksTwice());
  }

  private Checkout cart(Optional<IssuedCoupon> coupon) {
    Checkout cart = Checkout.by(user).key("cart");
    for (Map.Entry<Integer, Integer> wish : plan.wishes().entrySet()) {
      cart = cart.item(shop.skus().get(wish.getKey()), wish.getValue());
    }
    return coupon.isPresent() ? cart.coupon(coupon.get().id()) : cart;
  }

  /** The accepted orders: at most one, if the engine keeps its word. */
  private List<Order> order(Checkout cart) {
    if (plan.clicksTwice()) {
      return clickTwice(cart);
    }
    boolean paysNow = plan.payment() == Plan.Payment.WITH_THE_ORDER;
    return tally
        .time(() -> paysNow ? engine.orders().checkout(cart) : engine.orders().place(cart))
        .stream()
        .toList();
  }

  /** The same checkout from two threads at once. Both answers show the one order. */
  private List<Order> clickTwice(Checkout cart) {
    CompletionStage<Outcome<Order>> first = engine.orders().checkoutAsync(cart);
    Optional<Order> second = tally.time(() -> engine.orders().checkout(cart));
    Optional<Order> other = tally.hear(first.toCompletableFuture().join());
    return Stream.of(second, other).flatMap(Optional::stream).distinct().toList();
  }

  /** Pays and cancels as planned, and answers the order as it was last seen. */
  private Order settle(Order order) {
    Order settled = order;
    if (plan.payment() == Plan.Payment.LATER) {
      settled = tally.hear(engine.orders().pay(user, order.id())).orElse(settled);
    }
    if (plan.cancels()) {
      settled = tally.hear(engine.orders().cancel(user, order.id())).orElse(settled);
    }
    return settled;
  }
}
