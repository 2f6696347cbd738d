package io.orderingengine.memory;

import io.orderingengine.spi.IssuedCouponRow;
import io.orderingengine.spi.Row;
import io.orderingengine.spi.Table;

/** An issued coupon, with what its kind takes off. */
@SuppressWarnings("serial")
final class IssuedCouponCell extends Cell {
  final long discountPrice;
  IssuedCouponRow row;

  IssuedCouponCell(IssuedCouponRow row, long discountPrice) {
    this.row = row;
    this.discountPrice = discountPrice;
  }

  @Override
  public Row row(Table<?> table) {
    return row;
  }
}
