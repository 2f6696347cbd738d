package io.orderingengine.benchmarks.compare.arm;

import io.orderingengine.benchmarks.compare.workload.Cart;
import io.orderingengine.benchmarks.compare.workload.Line;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** A checkout that the rules allow: what is to be written for it. */
final class Purchase {
  /** The ids beside those of the lines: order, payment, history, event. */
  private static final int IDS = 4;

  final Cart cart;
  final Instant at;
  final long[] prices;
  final long[] shares;
  final long total;
  final long discount;
  private final long firstId;

  private Purchase(Cart cart, Facts facts, long firstId, Instant at) {
    this.cart = cart;
    this.at = at;
    this.firstId = firstId;
    prices = facts.prices;
    long[] lineTotals = new long[prices.length];
    long sum = 0;
    for (int i = 0; i < prices.length; i++) {
      lineTotals[i] = Math.multiplyExact(prices[i], cart.lines().get(i).quantity());
      sum = Math.addExact(sum, lineTotals[i]);
    }
    total = sum;
    facts.check(cart, total, at);
    discount = Math.min(total, facts.discount);
    shares = Shares.of(discount, total, lineTotals);
  }

  static int ids(Cart cart) {
    return IDS + cart.lines().size();
  }

  static Purchase decide(Cart cart, Facts facts, long firstId) {
    return new Purchase(cart, facts, firstId, Instant.now().truncatedTo(ChronoUnit.MICROS));
  }

  long paid() {
    return total - discount;
  }

  long orderId() {
    return firstId;
  }

  long paymentId() {
    return firstId + 1;
  }

  long historyId() {
    return firstId + 2;
  }

  long eventId() {
    return firstId + 3;
  }

  long itemId(int line) {
    return firstId + IDS + line;
  }

  int lines() {
    return prices.length;
  }

  Line line(int i) {
    return cart.lines().get(i);
  }
}
