package io.orderingengine.memory;

import io.orderingengine.spi.CouponRow;
import io.orderingengine.spi.Row;
import io.orderingengine.spi.Table;

/** A kind of coupon. */
@SuppressWarnings("serial")
final class CouponCell extends Cell {
  CouponRow row;

  CouponCell(CouponRow row) {
    this.row = row;
  }

  @Override
  public Row row(Table<?> table) {
    return row;
  }
}
