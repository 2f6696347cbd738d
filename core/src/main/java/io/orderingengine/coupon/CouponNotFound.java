package io.orderingengine.coupon;

import io.orderingengine.value.Rejection;

/**
 * There is no such coupon, or it is another user's.
 *
 * @param id of the coupon when one was to be issued, of the issued coupon when one was to be used
 */
public record CouponNotFound(long id) implements Rejection {
  @Override
  public String code() {
    return "COUPON_NOT_FOUND";
  }

  @Override
  public String message() {
    return "There is no coupon %d for this caller; look up the coupons that there are."
        .formatted(id);
  }
}
