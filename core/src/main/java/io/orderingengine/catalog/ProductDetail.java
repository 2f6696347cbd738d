package io.orderingengine.catalog;

import io.orderingengine.value.Money;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An option of a product: what is priced, stocked and ordered (the SKU). Immutable.
 *
 * @param stock the units that can be sold now
 * @param onSale whether it can be ordered
 * @param externalId the host's own name for this option, or null
 */
public record ProductDetail(
    ProductDetailId id,
    ProductId productId,
    String optionValue,
    Money price,
    long stock,
    boolean onSale,
    @Nullable String externalId,
    Instant createdAt,
    Instant modifiedAt) {}
