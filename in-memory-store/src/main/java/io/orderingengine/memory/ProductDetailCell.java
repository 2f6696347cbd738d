package io.orderingengine.memory;

import io.orderingengine.spi.ProductDetailRow;
import io.orderingengine.spi.Row;
import io.orderingengine.spi.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An option of a product. What changes is kept in the cell itself and not as a row that is replaced
 * with each sale: the collector then finds nothing to follow or to copy in options that are sold.
 */
@SuppressWarnings("serial")
final class ProductDetailCell extends Cell {
  private final long id;
  private final long productId;
  private final String optionValue;
  private final @Nullable String externalId;
  private final Instant createdAt;
  private long price;
  private long stock;
  private boolean onSale;
  private long modifiedAt;

  ProductDetailCell(ProductDetailRow row) {
    id = row.id();
    productId = row.productId();
    optionValue = row.optionValue();
    externalId = row.externalId();
    createdAt = row.createdAt();
    write(row);
  }

  /** The row as it stands. */
  ProductDetailRow row() {
    Instant modified = Micros.instant(modifiedAt);
    return new ProductDetailRow(
        id, productId, optionValue, price, stock, onSale, externalId, createdAt, modified);
  }

  long price() {
    return price;
  }

  long stock() {
    return stock;
  }

  /** Takes over what may change of a row. */
  void write(ProductDetailRow row) {
    price = row.price();
    stock = row.stock();
    onSale = row.onSale();
    modifiedAt = Micros.of(row.modifiedAt());
  }

  @Override
  public Row row(Table<?> table) {
    return row();
  }
}
