package io.orderingengine.catalog;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A product with its options. Immutable.
 *
 * @param externalId the host's own name for this product, or null
 * @param details the options, at least one, in the order in which they were added
 */
public record Product(
    ProductId id,
    String brand,
    String name,
    @Nullable String externalId,
    Instant createdAt,
    Instant modifiedAt,
    List<ProductDetail> details) {
  public Product {
    details = List.copyOf(details);
  }
}
