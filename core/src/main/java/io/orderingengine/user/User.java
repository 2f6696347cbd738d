package io.orderingengine.user;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A user of the shop. Immutable.
 *
 * @param externalId the host's own name for this user, or null
 */
public record User(
    UserId id,
    String name,
    @Nullable String email,
    @Nullable String externalId,
    Instant createdAt,
    Instant modifiedAt) {}
