package io.orderingengine.spi;

import io.orderingengine.coupon.IssuedCouponStatus;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of {@code issued_coupon}; the status is ISSUED or USED. */
public record IssuedCouponRow(
    long id,
    long userId,
    long couponId,
    IssuedCouponStatus status,
    @Nullable Instant usedAt,
    Instant expiredAt,
    Instant createdAt)
    implements Row {
  /** The row as the change leaves it. */
  public IssuedCouponRow after(IssuedCouponChange change) {
    return new IssuedCouponRow(
        id, userId, couponId, change.to(), change.usedAt(), expiredAt, createdAt);
  }
}
