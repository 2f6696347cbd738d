package io.orderingengine.memory;

import io.orderingengine.coupon.IssuedCouponStatus;
import io.orderingengine.spi.IssuedCouponRow;
import io.orderingengine.spi.Row;
import io.orderingengine.spi.Table;

/** An issued coupon, with what its kind takes off. */
@SuppressWarnings("serial")
final class IssuedCouponCell extends Cell {
  final long discountPrice;
  private final long id;
  private final long userId;
  private final long couponId;
  private final long expiredAt;
  private final long createdAt;
  private long usedAt;
  private IssuedCouponStatus status;

  IssuedCouponCell(IssuedCouponRow row, long discountPrice) {
    this.discountPrice = discountPrice;
    id = row.id();
    userId = row.userId();
    couponId = row.couponId();
    expiredAt = Micros.of(row.expiredAt());
    createdAt = Micros.of(row.createdAt());
    usedAt = Micros.ofNullable(row.usedAt());
    status = row.status();
  }

  /** The row as it stands. */
  IssuedCouponRow row() {
    return new IssuedCouponRow(
        id,
        userId,
        couponId,
        status,
        Micros.nullable(usedAt),
        Micros.instant(expiredAt),
        Micros.instant(createdAt));
  }

  IssuedCouponStatus status() {
    return status;
  }

  /** Takes over what may change of a row. */
  void write(IssuedCouponRow row) {
    usedAt = Micros.ofNullable(row.usedAt());
    status = row.status();
  }

  @Override
  public Row row(Table<?> table) {
    return row();
  }
}
