package io.orderingengine.internal.command;

import io.orderingengine.balance.Balance;
import io.orderingengine.balance.TransactionType;
import io.orderingengine.event.EventType;
import io.orderingengine.spi.BalanceHistoryRow;
import io.orderingengine.spi.BalanceRow;
import io.orderingengine.spi.Changes;
import io.orderingengine.spi.Delta;
import io.orderingengine.spi.EventRow;
import io.orderingengine.spi.RowIds;
import io.orderingengine.spi.RowKeys;
import io.orderingengine.spi.Rows;
import io.orderingengine.spi.StoreQueries;
import io.orderingengine.spi.Table;
import io.orderingengine.user.UserId;
import io.orderingengine.user.UserNotFound;
import io.orderingengine.value.AmountOutOfRange;
import io.orderingengine.value.Money;
import java.time.Instant;
import java.util.Objects;

/** Pays money into a balance. */
public record ChargeBalance(UserId userId, Money amount) implements RepeatableCommand<Balance> {
  @Override
  public String kind() {
    return "charge";
  }

  @Override
  public long scope() {
    return userId.value();
  }

  @Override
  public void describe(Content content) {
    content.number(amount.amount());
  }

  @Override
  public RowKeys keys() {
    return RowKeys.builder().balances(RowIds.of(userId.value())).build();
  }

  @Override
  public int ids() {
    return 2;
  }

  @Override
  public Decision<Balance> decide(Rows rows, Instant now, Ids ids) {
    BalanceRow balance = rows.balance(userId.value());
    if (balance == null) {
      return Decision.reject(new UserNotFound(userId));
    }
    if (balance.balance() > Long.MAX_VALUE - amount.amount()) {
      return Decision.reject(new AmountOutOfRange("balance", amount));
    }
    return charge(balance, Time.later(now, balance.modifiedAt()), ids);
  }

  private Decision<Balance> charge(BalanceRow balance, Instant at, Ids ids) {
    long id = balance.id();
    long paid = amount.amount();
    Changes changes =
        Changes.builder()
            .moveBalance(id, paid, at)
            .insert(
                Table.BALANCE_HISTORIES,
                new BalanceHistoryRow(ids.next(), id, null, paid, TransactionType.CHARGE, at))
            .insert(
                Table.EVENTS,
                new EventRow(ids.next(), EventType.BALANCE_CHARGED, id, id, paid, 0, at))
            .build();
    return Decision.accept(Results.balance(balance.after(new Delta(id, paid, at))), id, changes);
  }

  @Override
  public Balance read(StoreQueries queries, long resultId, Instant now) {
    return Results.balance(Objects.requireNonNull(queries.balance(resultId)));
  }
}
