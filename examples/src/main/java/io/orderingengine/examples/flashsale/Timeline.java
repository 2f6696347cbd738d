package io.orderingengine.examples.flashsale;

import io.orderingengine.OrderingEngine;
import io.orderingengine.catalog.Product;
import io.orderingengine.catalog.ProductDetail;
import java.util.ArrayList;
import java.util.List;

/** The course of the race, looked at now and then. Used by one thread. */
final class Timeline {
  /** What an axis of its seconds says. */
  static final String AXIS = "seconds since the doors opened";

  private final OrderingEngine engine;
  private final Shop shop;
  private final Tally tally;
  private final List<Sample> samples = new ArrayList<>();
  private long begin;

  Timeline(OrderingEngine engine, Shop shop, Tally tally) {
    this.engine = engine;
    this.shop = shop;
    this.tally = tally;
  }

  /**
   * One look.
   *
   * @param seconds since the race began
   * @param accepted the checkouts accepted so far
   * @param refused the checkouts refused so far
   * @param stock what is left of each option
   * @param coupons how many coupons are left
   */
  record Sample(double seconds, long accepted, long refused, List<Long> stock, long coupons) {}

  /** Adds a sample; the race begins when the first is there. */
  void look() {
    double seconds = samples.isEmpty() ? 0 : (System.nanoTime() - begin) / 1e9;
    long accepted = tally.accepted();
    long refused = tally.refused();
    Product product = engine.catalog().find(shop.product()).orElseThrow();
    samples.add(
        new Sample(
            seconds,
            accepted,
            refused,
            product.details().stream().map(ProductDetail::stock).toList(),
            engine.coupons().find(shop.coupon()).orElseThrow().quantity()));
    if (samples.size() == 1) {
      begin = System.nanoTime();
    }
  }

  List<Sample> samples() {
    return List.copyOf(samples);
  }
}
