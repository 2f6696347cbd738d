package io.orderingengine.spi;

/**
 * An idempotency key in its scope; compared byte by byte.
 *
 * @param scope the user's id, or 0 for what the shop does
 * @param command the kind of command, at most 20 ASCII characters
 * @param key what the caller gave, at most 255 characters
 */
public record CommandKey(long scope, String command, String key) {}
