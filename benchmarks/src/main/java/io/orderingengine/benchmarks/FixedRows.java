package io.orderingengine.benchmarks;

import io.orderingengine.coupon.IssuedCouponStatus;
import io.orderingengine.spi.BalanceRow;
import io.orderingengine.spi.CommandKey;
import io.orderingengine.spi.CommandKeyRow;
import io.orderingengine.spi.CouponRow;
import io.orderingengine.spi.ExternalId;
import io.orderingengine.spi.IssuedCouponRow;
import io.orderingengine.spi.OrderRows;
import io.orderingengine.spi.ProductDetailRow;
import io.orderingengine.spi.ProductRow;
import io.orderingengine.spi.Rows;
import io.orderingengine.spi.UserCoupon;
import io.orderingengine.spi.UserRow;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One rich user, one coupon, and any option: always the same rows. */
final class FixedRows implements Rows {
  static final long PRICE = 4_000;
  static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
  private static final long PLENTY = 1_000_000_000;

  private final BalanceRow balance;
  private final IssuedCouponRow coupon;

  FixedRows(long user, long coupon) {
    balance = new BalanceRow(user, user, PLENTY, NOW, NOW);
    Instant end = NOW.plus(Duration.ofDays(1));
    this.coupon = new IssuedCouponRow(coupon, user, 1, IssuedCouponStatus.ISSUED, null, end, NOW);
  }

  @Override
  public BalanceRow balance(long id) {
    return balance;
  }

  @Override
  public IssuedCouponRow issuedCoupon(long id) {
    return coupon;
  }

  @Override
  public long discountPrice(long issuedCouponId) {
    return 500;
  }

  @Override
  public ProductDetailRow productDetail(long id) {
    return new ProductDetailRow(id, 1, "red", PRICE, PLENTY, true, null, NOW, NOW);
  }

  @Override
  public @Nullable OrderRows order(long id) {
    return null;
  }

  @Override
  public @Nullable CouponRow coupon(long id) {
    return null;
  }

  @Override
  public @Nullable UserRow user(long id) {
    return null;
  }

  @Override
  public @Nullable ProductRow product(long id) {
    return null;
  }

  @Override
  public @Nullable IssuedCouponRow issuedCoupon(UserCoupon key) {
    return null;
  }

  @Override
  public @Nullable CommandKeyRow commandKey(CommandKey key) {
    return null;
  }

  @Override
  public @Nullable Long idOf(ExternalId key) {
    return null;
  }
}
