package io.orderingengine.spi;

import io.orderingengine.coupon.IssuedCouponStatus;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An issued coupon's step from one status to another, and its new {@code used_at}. */
public record IssuedCouponChange(
    long id, IssuedCouponStatus from, IssuedCouponStatus to, @Nullable Instant usedAt)
    implements Update {
  /** One step for both. */
  IssuedCouponChange and(IssuedCouponChange next) {
    return new IssuedCouponChange(id, from, next.to, next.usedAt);
  }
}
