package io.orderingengine.internal;

import io.orderingengine.check.Require;
import io.orderingengine.coupon.Coupon;
import io.orderingengine.coupon.CouponId;
import io.orderingengine.coupon.Coupons;
import io.orderingengine.coupon.IssuedCoupon;
import io.orderingengine.coupon.IssuedCouponId;
import io.orderingengine.coupon.NewCoupon;
import io.orderingengine.internal.command.CreateCoupon;
import io.orderingengine.internal.command.IssueCoupon;
import io.orderingengine.internal.command.Results;
import io.orderingengine.spi.ExternalId.Kind;
import io.orderingengine.spi.IssuedCouponRow;
import io.orderingengine.spi.StoreQueries;
import io.orderingengine.user.UserId;
import io.orderingengine.value.IdempotencyKey;
import io.orderingengine.value.Outcome;
import io.orderingengine.value.Page;
import io.orderingengine.value.PageRequest;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

final class EngineCoupons implements Coupons {
  private final Gate gate;

  EngineCoupons(Gate gate) {
    this.gate = gate;
  }

  @Override
  public Outcome<Coupon> create(NewCoupon coupon) {
    Require.present("coupon", coupon);
    return gate.run(new CreateCoupon(coupon), coupon.key());
  }

  @Override
  public Outcome<IssuedCoupon> issue(CouponId couponId, UserId userId) {
    return gate.run(command(couponId, userId));
  }

  @Override
  public Outcome<IssuedCoupon> issue(CouponId couponId, UserId userId, IdempotencyKey key) {
    return gate.run(command(couponId, userId), Require.present("key", key));
  }

  @Override
  public CompletionStage<Outcome<IssuedCoupon>> issueAsync(CouponId couponId, UserId userId) {
    return gate.submit(command(couponId, userId), null);
  }

  private static IssueCoupon command(CouponId couponId, UserId userId) {
    Require.present("couponId", couponId);
    return new IssueCoupon(couponId, Require.present("userId", userId));
  }

  @Override
  public Optional<Coupon> find(CouponId id) {
    Require.present("id", id);
    return gate.find(queries -> queries.coupon(id.value()), Results::coupon);
  }

  @Override
  public Optional<IssuedCoupon> findIssued(IssuedCouponId id) {
    Require.present("id", id);
    return gate.find(queries -> queries.issuedCoupon(id.value()), this::present);
  }

  @Override
  public Optional<Coupon> findByExternalId(String externalId) {
    return gate.findByExternalId(Kind.COUPON, externalId, StoreQueries::coupon, Results::coupon);
  }

  @Override
  public Page<Coupon> page(PageRequest request) {
    return gate.page(request, StoreQueries::coupons, Gate::place, Results::coupon);
  }

  @Override
  public Page<IssuedCoupon> page(UserId userId, PageRequest request) {
    Require.present("userId", userId);
    return gate.page(
        request,
        (queries, keyset) -> queries.issuedCoupons(userId.value(), keyset),
        Gate::place,
        this::present);
  }

  private IssuedCoupon present(IssuedCouponRow row) {
    return Results.issuedCoupon(row, gate.now());
  }
}
