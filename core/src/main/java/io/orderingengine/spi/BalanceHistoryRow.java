package io.orderingengine.spi;

import io.orderingengine.balance.TransactionType;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of {@code balance_history}; the amount is signed. */
public record BalanceHistoryRow(
    long id,
    long balanceId,
    @Nullable Long issuedCouponId,
    long amount,
    TransactionType transactionType,
    Instant createdAt)
    implements Row {}
