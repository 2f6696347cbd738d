package io.orderingengine.spi;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of {@code user}. */
public record UserRow(
    long id,
    String name,
    @Nullable String email,
    @Nullable String externalId,
    Instant createdAt,
    Instant modifiedAt)
    implements Row {}
