package io.orderingengine.benchmarks.compare.arm;

import io.orderingengine.benchmarks.compare.workload.Cart;
import io.orderingengine.benchmarks.compare.workload.Line;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a checkout must know before it writes, read without a lock: every write is guarded, so what
 * has changed meanwhile fails it.
 */
final class Facts {
  final long[] prices;
  private final boolean[] onSale;
  private final long[] stocks;
  long balance = -1;
  private long couponOwner;
  private boolean couponUsed;
  private Instant couponExpiry = Instant.MAX;
  long discount;

  Facts(Cart cart) {
    int lines = cart.lines().size();
    prices = new long[lines];
    onSale = new boolean[lines];
    stocks = new long[lines];
  }

  void option(int line, long price, boolean sale, long stock) {
    prices[line] = price;
    onSale[line] = sale;
    stocks[line] = stock;
  }

  /** None if there is no status. */
  void coupon(long owner, @Nullable String status, @Nullable Instant expiry, long discountPrice) {
    if (status == null) {
      return;
    }
    couponOwner = owner;
    couponUsed = status.equals("USED");
    couponExpiry = Objects.requireNonNull(expiry);
    discount = discountPrice;
  }

  /** Refuses what a rule forbids, in the order of the engine's rules. */
  void check(Cart cart, long total, Instant now) {
    require(balance >= 0, "no such user");
    for (int i = 0; i < prices.length; i++) {
      Line line = cart.lines().get(i);
      require(onSale[i], "not for sale");
      require(stocks[i] >= line.quantity(), "out of stock");
    }
    require(total == cart.total(), "the total has changed");
    require(couponOwner == cart.user(), "no such coupon");
    require(!couponUsed, "the coupon is used");
    require(now.isBefore(couponExpiry), "the coupon has expired");
    require(balance >= total - Math.min(total, discount), "the balance is too low");
  }

  static void require(boolean allowed, String orElse) {
    if (!allowed) {
      throw new RefusedException(orElse);
    }
  }
}
