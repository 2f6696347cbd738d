package io.orderingengine.balance;

import io.orderingengine.coupon.IssuedCouponId;
import io.orderingengine.value.Money;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One entry of a balance's history, which only grows. Immutable.
 *
 * @param issuedCouponId the coupon of the order that was paid, or null
 * @param amount signed: what the balance grew by
 */
public record BalanceHistory(
    BalanceHistoryId id,
    BalanceId balanceId,
    @Nullable IssuedCouponId issuedCouponId,
    Money amount,
    TransactionType transactionType,
    Instant createdAt) {}
