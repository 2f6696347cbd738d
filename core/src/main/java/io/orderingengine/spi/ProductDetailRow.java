package io.orderingengine.spi;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of {@code product_details}. */
public record ProductDetailRow(
    long id,
    long productId,
    String optionValue,
    long price,
    long stock,
    boolean onSale,
    @Nullable String externalId,
    Instant createdAt,
    Instant modifiedAt)
    implements Row {
  /** The row as a change of its stock leaves it. */
  public ProductDetailRow after(Delta delta) {
    return with(price, Math.addExact(stock, delta.amount()), onSale, delta.at());
  }

  /** The row as the change leaves it. */
  public ProductDetailRow after(PriceChange change) {
    return with(change.to(), stock, onSale, change.at());
  }

  /** The row as the change leaves it. */
  public ProductDetailRow after(SaleChange change) {
    return with(price, stock, change.onSale(), change.at());
  }

  private ProductDetailRow with(long price, long stock, boolean onSale, Instant at) {
    return new ProductDetailRow(
        id, productId, optionValue, price, stock, onSale, externalId, createdAt, at);
  }
}
