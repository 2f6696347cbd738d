package io.orderingengine.coupon;

import io.orderingengine.user.UserId;
import io.orderingengine.user.UserNotFound;
import io.orderingengine.value.ExternalIdTaken;
import io.orderingengine.value.IdempotencyKey;
import io.orderingengine.value.KeyReused;
import io.orderingengine.value.Outcome;
import io.orderingengine.value.Page;
import io.orderingengine.value.PageRequest;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * Coupons, issued first come first served, at most one of a kind to a user. Thread-safe.
 *
 * <p>A command with an idempotency key may also be rejected with {@link KeyReused}, which is
 * checked first.
 */
public interface Coupons {
  /** Creates a kind of coupon. Rejections: {@link ExternalIdTaken}. */
  Outcome<Coupon> create(NewCoupon coupon);

  /**
   * Issues one coupon to a user. A user who holds one of this kind already is answered that one,
   * used or not.
   *
   * <p>Rejections, in the order in which they are checked: {@link CouponNotFound}, {@link
   * UserNotFound}, {@link CouponNotOpen}, {@link CouponSoldOut}.
   */
  Outcome<IssuedCoupon> issue(CouponId couponId, UserId userId);

  Outcome<IssuedCoupon> issue(CouponId couponId, UserId userId, IdempotencyKey key);

  /**
   * {@link #issue(CouponId, UserId)} on the engine's executor. A bad argument is thrown at once;
   * whatever fails later, an executor that refuses the call included, fails the stage.
   *
   * @throws UnsupportedOperationException if the store joins the transaction of the calling thread
   */
  CompletionStage<Outcome<IssuedCoupon>> issueAsync(CouponId couponId, UserId userId);

  Optional<Coupon> find(CouponId id);

  Optional<IssuedCoupon> findIssued(IssuedCouponId id);

  /** The coupon that the host knows by this name. */
  Optional<Coupon> findByExternalId(String externalId);

  /** All kinds of coupons, by the time at which they were created. */
  Page<Coupon> page(PageRequest request);

  /** The coupons in a user's hands, by the time at which they were issued. */
  Page<IssuedCoupon> page(UserId userId, PageRequest request);
}
