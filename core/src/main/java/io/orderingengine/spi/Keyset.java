package io.orderingengine.spi;

import io.orderingengine.value.Position;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a list, ordered by {@code created_at} and id, to read.
 *
 * @param newestFirst whether the order is descending
 * @param after only rows that come after this place in that order; null for all
 * @param limit the most rows, at least 1
 */
public record Keyset(boolean newestFirst, @Nullable Position after, int limit) {}
