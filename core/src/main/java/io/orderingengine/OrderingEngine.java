package io.orderingengine;

import io.orderingengine.balance.Balances;
import io.orderingengine.catalog.Catalog;
import io.orderingengine.coupon.Coupons;
import io.orderingengine.order.Orders;
import io.orderingengine.user.Users;

/**
 * The ordering logic of one shop in one currency, over one store. A host makes one engine, shares
 * it among all its threads, and closes it at the end. Thread-safe.
 *
 * <p>Each command answers an {@link io.orderingengine.value.Outcome}: done and committed, or
 * rejected with a reason and nothing changed. Exceptions are for everything else: {@link
 * IllegalArgumentException} for a bad argument, {@link IllegalStateException} for a closed engine,
 * {@link io.orderingengine.spi.StoreException} for a store that failed, such as {@link
 * io.orderingengine.spi.StoreTimeoutException} for a row that others held too long: then nothing
 * was written, and the call may be made again.
 */
public interface OrderingEngine extends AutoCloseable {
  static OrderingEngineBuilder builder() {
    return new OrderingEngineBuilder();
  }

  /** Registering and finding users. */
  Users users();

  /** Products, options, prices and stocks. */
  Catalog catalog();

  /** Creating coupons and issuing them. */
  Coupons coupons();

  /** Prepaid money. */
  Balances balances();

  /** Checkout, and all that happens to an order. */
  Orders orders();

  /**
   * Refuses new calls, waits for those under way (at most for the command timeout), and closes the
   * store. Closing again does nothing more.
   */
  @Override
  void close();
}
