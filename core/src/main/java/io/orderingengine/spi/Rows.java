package io.orderingengine.spi;

import org.jspecify.annotations.Nullable;

/**
 * The committed rows behind one {@link RowKeys}, as they stand under their locks. A row that does
 * not exist is null; asking for a row that the keys did not name is an {@link
 * IllegalStateException}. Used by one thread, within its transaction.
 */
public interface Rows {
  @Nullable BalanceRow balance(long id);

  @Nullable IssuedCouponRow issuedCoupon(long id);

  /**
   * What the coupon behind a locked issued coupon takes off; 0 if there is no such issued coupon.
   */
  long discountPrice(long issuedCouponId);

  /** A locked order with its lines and its payment. */
  @Nullable OrderRows order(long id);

  @Nullable CouponRow coupon(long id);

  @Nullable ProductDetailRow productDetail(long id);

  @Nullable UserRow user(long id);

  @Nullable ProductRow product(long id);

  @Nullable IssuedCouponRow issuedCoupon(UserCoupon key);

  @Nullable CommandKeyRow commandKey(CommandKey key);

  /** The id of the row that has this external id. */
  @Nullable Long idOf(ExternalId key);
}
