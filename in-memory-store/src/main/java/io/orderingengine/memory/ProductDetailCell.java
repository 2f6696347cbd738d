package io.orderingengine.memory;

import io.orderingengine.spi.ProductDetailRow;
import io.orderingengine.spi.Row;
import io.orderingengine.spi.Table;

/** An option of a product. */
@SuppressWarnings("serial")
final class ProductDetailCell extends Cell {
  ProductDetailRow row;

  ProductDetailCell(ProductDetailRow row) {
    this.row = row;
  }

  @Override
  public Row row(Table<?> table) {
    return row;
  }
}
