package io.orderingengine.examples;

import io.orderingengine.OrderingEngine;
import io.orderingengine.coupon.CouponId;
import io.orderingengine.coupon.IssuedCoupon;
import io.orderingengine.coupon.NewCoupon;
import io.orderingengine.memory.InMemoryStore;
import io.orderingengine.user.NewUser;
import io.orderingengine.user.UserId;
import io.orderingengine.value.Money;
import io.orderingengine.value.Outcome;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;

/** Coupons, first come first served: the window of issue, one of a kind each, and none left. */
public final class CouponsMain {
  private static final Instant NOON = Instant.parse("2030-06-01T12:00:00Z");

  private CouponsMain() {}

  public static void main(String[] args) {
    run(System.out);
  }

  static void run(PrintStream out) {
    var clock = new SettableClock(NOON.minusSeconds(1));
    try (OrderingEngine engine =
        OrderingEngine.builder().store(InMemoryStore.create()).clock(clock).build()) {
      NewCoupon twoAtNoon =
          NewCoupon.of(Money.of(500), 2)
              .issueFrom(NOON)
              .issueUntil(NOON.plus(Duration.ofHours(1)))
              .validFor(Duration.ofDays(7));
      CouponId coupon = engine.coupons().create(twoAtNoon).orElseThrow().id();
      UserId ada = register(engine, "Ada");

      out.println("Ada, too early: " + told(engine.coupons().issue(coupon, ada)));
      clock.set(NOON);
      out.println("Ada, at noon:   " + told(engine.coupons().issue(coupon, ada)));
      out.println("Ada, again:     " + told(engine.coupons().issue(coupon, ada)));
      out.println(
          "Bob:            " + told(engine.coupons().issue(coupon, register(engine, "Bob"))));
      out.println(
          "Eve:            " + told(engine.coupons().issue(coupon, register(engine, "Eve"))));
    }
  }

  private static UserId register(OrderingEngine engine, String name) {
    return engine.users().register(NewUser.named(name)).orElseThrow().id();
  }

  private static String told(Outcome<IssuedCoupon> outcome) {
    return outcome.fold(
        coupon -> "coupon " + coupon.id() + ", good until " + coupon.expiredAt(),
        no -> no.code() + ", " + no.message());
  }
}
