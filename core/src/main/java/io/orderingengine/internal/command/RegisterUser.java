package io.orderingengine.internal.command;

import io.orderingengine.balance.TransactionType;
import io.orderingengine.event.EventType;
import io.orderingengine.spi.BalanceHistoryRow;
import io.orderingengine.spi.BalanceRow;
import io.orderingengine.spi.Changes;
import io.orderingengine.spi.EventRow;
import io.orderingengine.spi.ExternalId;
import io.orderingengine.spi.ExternalId.Kind;
import io.orderingengine.spi.RowKeys;
import io.orderingengine.spi.Rows;
import io.orderingengine.spi.StoreQueries;
import io.orderingengine.spi.Table;
import io.orderingengine.spi.UserRow;
import io.orderingengine.user.NewUser;
import io.orderingengine.user.User;
import java.time.Instant;
import java.util.Objects;

/** Registers a user and opens the balance, whose id is the user's. */
public record RegisterUser(NewUser user) implements RepeatableCommand<User> {
  @Override
  public String kind() {
    return "register";
  }

  @Override
  public void describe(Content content) {
    content.text(user.name()).text(user.email()).text(user.externalId());
    content.number(user.openingBalance().amount());
  }

  @Override
  public RowKeys keys() {
    return Taken.name(RowKeys.builder(), Kind.USER, user.externalId()).build();
  }

  @Override
  public int ids() {
    return 3;
  }

  @Override
  public Decision<User> decide(Rows rows, Instant now, Ids ids) {
    String externalId = user.externalId();
    Long known = externalId == null ? null : rows.idOf(new ExternalId(Kind.USER, externalId));
    return known == null ? open(now, ids) : Decision.repeat(this, known);
  }

  private Decision<User> open(Instant now, Ids ids) {
    long id = ids.next();
    long amount = user.openingBalance().amount();
    var row = new UserRow(id, user.name(), user.email(), user.externalId(), now, now);
    Changes changes =
        Changes.builder()
            .insert(Table.USERS, row)
            .insert(Table.BALANCES, new BalanceRow(id, id, amount, now, now))
            .insert(
                Table.BALANCE_HISTORIES,
                new BalanceHistoryRow(ids.next(), id, null, amount, TransactionType.CHARGE, now))
            .insert(
                Table.EVENTS,
                new EventRow(ids.next(), EventType.USER_REGISTERED, id, id, amount, 0, now))
            .build();
    return Decision.accept(Results.user(row), id, changes);
  }

  @Override
  public User read(StoreQueries queries, long resultId, Instant now) {
    return Results.user(Objects.requireNonNull(queries.user(resultId)));
  }
}
