package io.orderingengine.memory;

import io.orderingengine.spi.ProductRow;
import io.orderingengine.spi.ProductRows;
import io.orderingengine.spi.Row;
import io.orderingengine.spi.Table;
import java.util.ArrayList;
import java.util.List;

/** A product with its options. Its own row never changes, so it has no lock. */
final class ProductEntry implements Entry {
  final ProductRow row;
  final List<ProductDetailCell> details = new ArrayList<>(1);

  ProductEntry(ProductRow row) {
    this.row = row;
  }

  @Override
  public Row row(Table<?> table) {
    return row;
  }

  ProductRows rows() {
    return new ProductRows(row, details.stream().map(ProductDetailCell::row).toList());
  }
}
