package io.orderingengine.catalog;

import io.orderingengine.value.ExternalIdTaken;
import io.orderingengine.value.IdempotencyKey;
import io.orderingengine.value.KeyReused;
import io.orderingengine.value.Money;
import io.orderingengine.value.Outcome;
import io.orderingengine.value.Page;
import io.orderingengine.value.PageRequest;
import java.util.Optional;

/**
 * Products, their options, prices and stocks. Thread-safe.
 *
 * <p>A command with an idempotency key may also be rejected with {@link KeyReused}, which is
 * checked first.
 */
public interface Catalog {
  /**
   * Adds a product with its options.
   *
   * <p>Rejections: {@link ExternalIdTaken}.
   *
   * @throws IllegalArgumentException if it has no option
   */
  Outcome<Product> add(NewProduct product);

  /** Adds an option to a product. Rejections: {@link ProductNotFound}, {@link ExternalIdTaken}. */
  Outcome<ProductDetail> addOption(ProductId productId, NewOption option);

  /**
   * Sets the price of one unit, zero or more. Orders keep the price at which they were placed.
   *
   * <p>Rejections: {@link ProductDetailNotFound}.
   */
  Outcome<ProductDetail> changePrice(ProductDetailId id, Money price);

  Outcome<ProductDetail> changePrice(ProductDetailId id, Money price, IdempotencyKey key);

  /**
   * Adds units to the stock, or takes some away.
   *
   * <p>Rejections: {@link ProductDetailNotFound}, {@link OutOfStock} if it would fall below zero,
   * {@link StockOutOfRange} if it would exceed {@link NewOption#MAX_STOCK}.
   *
   * @param units not zero, and at most {@link NewOption#MAX_STOCK} either way
   */
  Outcome<ProductDetail> adjustStock(ProductDetailId id, long units);

  Outcome<ProductDetail> adjustStock(ProductDetailId id, long units, IdempotencyKey key);

  /** Opens an option for orders, or closes it. Rejections: {@link ProductDetailNotFound}. */
  Outcome<ProductDetail> setOnSale(ProductDetailId id, boolean onSale);

  Outcome<ProductDetail> setOnSale(ProductDetailId id, boolean onSale, IdempotencyKey key);

  Optional<Product> find(ProductId id);

  Optional<ProductDetail> findDetail(ProductDetailId id);

  /** The product that the host knows by this name. */
  Optional<Product> findByExternalId(String externalId);

  /** The option that the host knows by this name. */
  Optional<ProductDetail> findDetailByExternalId(String externalId);

  /** All products, by the time at which they were added. */
  Page<Product> page(PageRequest request);
}
