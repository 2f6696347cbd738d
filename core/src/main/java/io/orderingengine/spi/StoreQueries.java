package io.orderingengine.spi;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Committed reads without locks. Each call sees one snapshot: all of a transaction or nothing of
 * it. What is not there is null, or an empty list. Thread-safe.
 */
public interface StoreQueries {
  @Nullable UserRow user(long id);

  @Nullable BalanceRow balance(long userId);

  @Nullable ProductRows product(long id);

  @Nullable ProductDetailRow productDetail(long id);

  @Nullable CouponRow coupon(long id);

  @Nullable IssuedCouponRow issuedCoupon(long id);

  @Nullable OrderRows order(long id);

  /** The id of the row that has this external id. */
  @Nullable Long idOf(ExternalId key);

  @Nullable CommandKeyRow commandKey(CommandKey key);

  List<ProductRows> products(Keyset keyset);

  List<CouponRow> coupons(Keyset keyset);

  List<IssuedCouponRow> issuedCoupons(long userId, Keyset keyset);

  List<BalanceHistoryRow> balanceHistory(long userId, Keyset keyset);

  List<OrderRows> orders(long userId, Keyset keyset);

  /** Orders in status PLACED whose {@code expires_at} is not after the time, the oldest first. */
  List<OrderRows> expiredOrders(Instant time, int limit);

  /**
   * The rows of a table with ids above the given one, in ascending id order: to walk through a
   * whole table, as an audit does.
   */
  <R extends Row> List<R> chunk(Table<R> table, long afterId, int limit);
}
