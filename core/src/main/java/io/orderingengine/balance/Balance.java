package io.orderingengine.balance;

import io.orderingengine.user.UserId;
import io.orderingengine.value.Money;
import java.time.Instant;

/**
 * A user's prepaid money, never below zero: the sum of its history. Immutable.
 *
 * @param balance what can be spent now
 */
public record Balance(
    BalanceId id, UserId userId, Money balance, Instant createdAt, Instant modifiedAt) {}
