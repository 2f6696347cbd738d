package io.orderingengine.order;

import io.orderingengine.balance.InsufficientBalance;
import io.orderingengine.catalog.NotForSale;
import io.orderingengine.catalog.OutOfStock;
import io.orderingengine.catalog.ProductDetailNotFound;
import io.orderingengine.coupon.CouponAlreadyUsed;
import io.orderingengine.coupon.CouponExpired;
import io.orderingengine.coupon.CouponNotFound;
import io.orderingengine.user.UserId;
import io.orderingengine.user.UserNotFound;
import io.orderingengine.value.AmountOutOfRange;
import io.orderingengine.value.ExternalIdTaken;
import io.orderingengine.value.IdempotencyKey;
import io.orderingengine.value.KeyReused;
import io.orderingengine.value.Outcome;
import io.orderingengine.value.Page;
import io.orderingengine.value.PageRequest;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * Orders, from checkout to cancellation. Each command is one atomic step: it happens whole or not
 * at all, and it is never seen half done. Thread-safe.
 *
 * <p>A command that takes a {@link UserId} is that user's call: another user's order is {@link
 * OrderNotFound}. The same command without one is the shop's call, for any order.
 *
 * <p>A command with an idempotency key may also be rejected with {@link KeyReused}. It is checked
 * before all else but {@link OrderNotFound}; the order of the lines is not part of the content.
 */
public interface Orders {
  /**
   * Places an order and pays it from the user's balance, in one step.
   *
   * <p>Rejections, in the order in which they are checked: {@link UserNotFound}, {@link
   * ExternalIdTaken}; for each line {@link ProductDetailNotFound}, {@link NotForSale}, {@link
   * OutOfStock}; {@link AmountOutOfRange}, {@link TotalChanged}, {@link CouponNotFound}, {@link
   * CouponAlreadyUsed}, {@link CouponExpired}, {@link InsufficientBalance}.
   *
   * @throws IllegalArgumentException if it has no line
   */
  Outcome<Order> checkout(Checkout checkout);

  /**
   * {@link #checkout} on the engine's executor. A bad argument is thrown at once; whatever fails
   * later, an executor that refuses the call included, fails the stage.
   *
   * @throws UnsupportedOperationException if the store joins the transaction of the calling thread
   */
  CompletionStage<Outcome<Order>> checkoutAsync(Checkout checkout);

  /**
   * Places an order to be paid later: takes the stock and the coupon, and leaves the payment
   * pending until the order expires.
   *
   * <p>Rejections: those of {@link #checkout}, but for {@link InsufficientBalance}.
   */
  Outcome<Order> place(Checkout checkout);

  /**
   * Pays a placed order from the user's balance.
   *
   * <p>Rejections, in the order in which they are checked: {@link OrderNotFound}, {@link
   * NotPayable}, {@link InsufficientBalance}.
   */
  Outcome<Order> pay(UserId userId, OrderId orderId);

  Outcome<Order> pay(UserId userId, OrderId orderId, IdempotencyKey key);

  Outcome<Order> pay(OrderId orderId);

  Outcome<Order> pay(OrderId orderId, IdempotencyKey key);

  /** {@link #pay(UserId, OrderId)} on the engine's executor. */
  CompletionStage<Outcome<Order>> payAsync(UserId userId, OrderId orderId);

  /** {@link #pay(OrderId)} on the engine's executor. */
  CompletionStage<Outcome<Order>> payAsync(OrderId orderId);

  /**
   * Undoes an order, once: the stock goes back, the coupon can be used again until it expires, and
   * what was paid returns to the balance.
   *
   * <p>Rejections, in the order in which they are checked: {@link OrderNotFound}, {@link
   * NotCancellable}, {@link AmountOutOfRange}.
   */
  Outcome<Order> cancel(UserId userId, OrderId orderId);

  Outcome<Order> cancel(UserId userId, OrderId orderId, IdempotencyKey key);

  Outcome<Order> cancel(OrderId orderId);

  Outcome<Order> cancel(OrderId orderId, IdempotencyKey key);

  /**
   * Cancels placed orders whose time is over, the oldest first, in one step. Call it from a timer
   * of the host's, from as many processes as you like, and again at once until it answers 0.
   *
   * @param max the most orders to cancel, 1 to 1,000
   * @return how many this call cancelled
   */
  int expireUnpaid(int max);

  Optional<Order> find(OrderId orderId);

  /** The order, if it is this user's. */
  Optional<Order> find(UserId userId, OrderId orderId);

  /** The order that the host knows by this name. */
  Optional<Order> findByExternalId(String externalId);

  /** The order that a checkout or a placing with this key made: answers "did it happen?". */
  Optional<Order> findByKey(UserId userId, IdempotencyKey key);

  /** A user's orders, by the time at which they were placed. */
  Page<Order> page(UserId userId, PageRequest request);
}
