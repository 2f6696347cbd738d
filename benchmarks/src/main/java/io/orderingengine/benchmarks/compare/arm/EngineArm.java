package io.orderingengine.benchmarks.compare.arm;

import io.orderingengine.OrderingEngine;
import io.orderingengine.benchmarks.compare.workload.Cart;
import io.orderingengine.benchmarks.compare.workload.Claim;
import io.orderingengine.benchmarks.compare.workload.Line;
import io.orderingengine.catalog.ProductDetailId;
import io.orderingengine.coupon.CouponId;
import io.orderingengine.coupon.IssuedCouponId;
import io.orderingengine.order.Checkout;
import io.orderingengine.user.UserId;
import io.orderingengine.value.Money;
import io.orderingengine.value.Rejection;

/** The engine itself, called as a host calls it. */
public final class EngineArm implements Arm {
  private final OrderingEngine engine;

  public EngineArm(OrderingEngine engine) {
    this.engine = engine;
  }

  @Override
  public long checkout(Cart cart) {
    Checkout checkout =
        Checkout.by(UserId.of(cart.user()))
            .coupon(IssuedCouponId.of(cart.issuedCoupon()))
            .expectTotal(Money.of(cart.total()))
            .key(cart.key());
    for (Line line : cart.lines()) {
      checkout = checkout.item(ProductDetailId.of(line.sku()), line.quantity());
    }
    return engine.orders().checkout(checkout).fold(order -> order.id().value(), EngineArm::refuse);
  }

  @Override
  public long issue(Claim claim) {
    return engine
        .coupons()
        .issue(CouponId.of(claim.coupon()), UserId.of(claim.user()))
        .fold(issued -> issued.id().value(), EngineArm::refuse);
  }

  private static long refuse(Rejection reason) {
    throw new RefusedException(reason.code() + ", " + reason.message());
  }

  @Override
  public void close() {
    engine.close();
  }
}
