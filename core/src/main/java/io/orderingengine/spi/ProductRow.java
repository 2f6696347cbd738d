package io.orderingengine.spi;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of {@code product}. */
public record ProductRow(
    long id,
    String brand,
    String name,
    @Nullable String externalId,
    Instant createdAt,
    Instant modifiedAt)
    implements Row {}
