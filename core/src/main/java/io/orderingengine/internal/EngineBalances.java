package io.orderingengine.internal;

import io.orderingengine.balance.Balance;
import io.orderingengine.balance.BalanceHistory;
import io.orderingengine.balance.Balances;
import io.orderingengine.check.Require;
import io.orderingengine.internal.command.ChargeBalance;
import io.orderingengine.internal.command.Results;
import io.orderingengine.user.UserId;
import io.orderingengine.value.IdempotencyKey;
import io.orderingengine.value.Money;
import io.orderingengine.value.Outcome;
import io.orderingengine.value.Page;
import io.orderingengine.value.PageRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

final class EngineBalances implements Balances {
  private final Gate gate;

  EngineBalances(Gate gate) {
    this.gate = gate;
  }

  @Override
  public Outcome<Balance> charge(UserId userId, Money amount) {
    return run(userId, amount, null);
  }

  @Override
  public Outcome<Balance> charge(UserId userId, Money amount, IdempotencyKey key) {
    return run(userId, amount, Require.present("key", key));
  }

  private Outcome<Balance> run(UserId userId, Money amount, @Nullable IdempotencyKey key) {
    Require.present("userId", userId);
    Require.positive("amount", Require.present("amount", amount).amount());
    return gate.run(new ChargeBalance(userId, amount), key);
  }

  @Override
  public Optional<Balance> find(UserId userId) {
    Require.present("userId", userId);
    return gate.find(queries -> queries.balance(userId.value()), Results::balance);
  }

  @Override
  public Page<BalanceHistory> history(UserId userId, PageRequest request) {
    Require.present("userId", userId);
    return gate.page(
        request,
        (queries, keyset) -> queries.balanceHistory(userId.value(), keyset),
        Gate::place,
        Results::balanceHistory);
  }
}
