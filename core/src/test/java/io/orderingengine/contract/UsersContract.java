package io.orderingengine.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.orderingengine.balance.BalanceHistory;
import io.orderingengine.balance.TransactionType;
import io.orderingengine.user.NewUser;
import io.orderingengine.user.User;
import io.orderingengine.user.UserId;
import io.orderingengine.value.IdempotencyKey;
import io.orderingengine.value.KeyReused;
import io.orderingengine.value.Money;
import io.orderingengine.value.PageRequest;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Registering and finding users. */
public abstract class UsersContract extends StoreContract {

  @Test
  void aUserIsFoundAsRegistered() {
    NewUser ada = NewUser.named("Ada 러브레이스 🦉").email("ada@example.com").externalId("u-17");
    User registered = engine.users().register(ada).orElseThrow();
    reopen();
    assertThat(engine.users().find(registered.id())).contains(registered);
    assertThat(engine.users().findByExternalId("u-17")).contains(registered);
    assertThat(registered)
        .isEqualTo(
            new User(registered.id(), "Ada 러브레이스 🦉", "ada@example.com", "u-17", START, START));
  }

  @Test
  void aBalanceOpensWithItsFirstEntry() {
    NewUser rich = NewUser.named("Ada").openingBalance(Money.of(700));
    UserId id = engine.users().register(rich).orElseThrow().id();
    assertThat(balance(id)).isEqualTo(700);
    assertThat(engine.balances().history(id, PageRequest.oldestFirst(10)).items())
        .extracting(BalanceHistory::transactionType, BalanceHistory::amount)
        .containsExactly(tuple(TransactionType.CHARGE, Money.of(700)));
    assertThat(engine.balances().history(user(0), PageRequest.oldestFirst(10)).items())
        .extracting(BalanceHistory::amount)
        .containsExactly(Money.ZERO);
  }

  @Test
  void theSameExternalIdIsTheSameUser() {
    User first = engine.users().register(NewUser.named("Ada").externalId("u-1")).orElseThrow();
    User again =
        engine
            .users()
            .register(NewUser.named("Other").externalId("u-1").openingBalance(Money.of(9)))
            .orElseThrow();
    assertThat(again).isEqualTo(first);
    assertThat(balance(first.id())).isZero();
    User other = engine.users().register(NewUser.named("Ada").externalId("U-1")).orElseThrow();
    assertThat(other.id()).isNotEqualTo(first.id());
  }

  @Test
  void manyRegistrationsOfOneExternalIdMakeOneUser() {
    NewUser user = NewUser.named("Ada").externalId("u-1").openingBalance(Money.of(5));
    List<UserId> ids = Crowd.of(16, i -> engine.users().register(user).orElseThrow().id());
    assertThat(ids).containsOnly(ids.get(0));
    assertThat(balance(ids.get(0))).isEqualTo(5);
  }

  @Test
  void aKeyRegistersOnce() {
    NewUser user = NewUser.named("Ada").key("form-1");
    User first = engine.users().register(user).orElseThrow();
    reopen();
    assertThat(engine.users().register(user).orElseThrow()).isEqualTo(first);
    assertRejected(
        () -> engine.users().register(NewUser.named("Bob").key("form-1")),
        new KeyReused(IdempotencyKey.of("form-1")));
  }

  @Test
  void aKeyAndAnExternalIdMayMeet() {
    User first = engine.users().register(NewUser.named("Ada").externalId("u-1")).orElseThrow();
    NewUser retried = NewUser.named("Ada").externalId("u-1").key("form-2");
    assertThat(engine.users().register(retried).orElseThrow()).isEqualTo(first);
    assertThat(engine.users().register(retried).orElseThrow()).isEqualTo(first);
  }

  @Test
  void whoIsUnknownIsNotFound() {
    assertThat(engine.users().find(UserId.of(Long.MAX_VALUE))).isEmpty();
    assertThat(engine.users().findByExternalId("nobody")).isEmpty();
    assertThat(engine.balances().find(UserId.of(Long.MAX_VALUE))).isEmpty();
  }
}
