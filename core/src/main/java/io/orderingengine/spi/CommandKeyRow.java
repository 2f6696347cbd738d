package io.orderingengine.spi;

import java.time.Instant;

/**
 * An idempotency key that was used, unique by its {@link CommandKey}.
 *
 * @param content the digest of the command's content
 * @param resultId the row that the command made or changed
 */
public record CommandKeyRow(
    CommandKey key, ContentDigest content, long resultId, Instant createdAt) {}
