package io.orderingengine.balance;

import io.orderingengine.user.UserId;
import io.orderingengine.user.UserNotFound;
import io.orderingengine.value.AmountOutOfRange;
import io.orderingengine.value.IdempotencyKey;
import io.orderingengine.value.KeyReused;
import io.orderingengine.value.Money;
import io.orderingengine.value.Outcome;
import io.orderingengine.value.Page;
import io.orderingengine.value.PageRequest;
import java.util.Optional;

/**
 * Prepaid balances and their history. Thread-safe.
 *
 * <p>A command with an idempotency key may also be rejected with {@link KeyReused}, which is
 * checked first.
 */
public interface Balances {
  /**
   * Pays money in.
   *
   * <p>Rejections: {@link UserNotFound}, {@link AmountOutOfRange}.
   *
   * @param amount above zero
   */
  Outcome<Balance> charge(UserId userId, Money amount);

  Outcome<Balance> charge(UserId userId, Money amount, IdempotencyKey key);

  Optional<Balance> find(UserId userId);

  /** A balance's history; empty for an unknown user. */
  Page<BalanceHistory> history(UserId userId, PageRequest request);
}
