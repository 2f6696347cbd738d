package io.orderingengine.spi;

import io.orderingengine.event.EventType;
import java.time.Instant;

/**
 * A row of the outbox.
 *
 * @param subjectId the row that it happened to: a user, product, option, coupon, issued coupon or
 *     order, as the type says
 * @param userId the user that it concerns, or 0
 * @param amount what the type says, or 0
 * @param version the order's version after it, or 0
 */
public record EventRow(
    long id,
    EventType type,
    long subjectId,
    long userId,
    long amount,
    long version,
    Instant createdAt)
    implements Row {}
