package io.orderingengine.spi;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of {@code coupon}. */
public record CouponRow(
    long id,
    long discountPrice,
    long quantity,
    long openingQuantity,
    Duration validity,
    @Nullable Instant issueFrom,
    @Nullable Instant issueUntil,
    @Nullable String externalId,
    Instant createdAt,
    Instant modifiedAt)
    implements Row {
  /** The row as a change of its quantity leaves it. */
  public CouponRow after(Delta delta) {
    long left = Math.addExact(quantity, delta.amount());
    return new CouponRow(
        id,
        discountPrice,
        left,
        openingQuantity,
        validity,
        issueFrom,
        issueUntil,
        externalId,
        createdAt,
        delta.at());
  }
}
