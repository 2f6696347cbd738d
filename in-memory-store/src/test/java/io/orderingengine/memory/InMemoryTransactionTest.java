package io.orderingengine.memory;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderingengine.OrderingEngine;
import io.orderingengine.balance.TransactionType;
import io.orderingengine.spi.BalanceHistoryRow;
import io.orderingengine.spi.BalanceRow;
import io.orderingengine.spi.Changes;
import io.orderingengine.spi.RowIds;
import io.orderingengine.spi.RowKeys;
import io.orderingengine.spi.StoreTimeoutException;
import io.orderingengine.spi.Table;
import io.orderingengine.spi.UserRow;
import io.orderingengine.user.NewUser;
import io.orderingengine.user.UserId;
import io.orderingengine.value.Money;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class InMemoryTransactionTest {
  private final InMemoryStore store = InMemoryStore.create(Duration.ofMillis(5));
  private final OrderingEngine engine = OrderingEngine.builder().store(store).build();

  @Test
  void aRowThatIsHeldTooLongEndsTheWaitNotTheStore() {
    UserId ada = engine.users().register(NewUser.named("Ada")).orElseThrow().id();
    RowKeys keys = RowKeys.builder().balances(RowIds.of(ada.value())).build();
    store.inTransaction(
        transaction -> {
          transaction.lock(keys);
          CompletableFuture<?> other =
              CompletableFuture.runAsync(() -> engine.balances().charge(ada, Money.of(1)));
          assertThatThrownBy(other::join).hasCauseInstanceOf(StoreTimeoutException.class);
          return true;
        });
    engine.balances().charge(ada, Money.of(1)).orElseThrow();
  }

  @Test
  void aRowThatRefersToNothingIsABugOfTheCaller() {
    long id = store.reserveIds(1);
    var orphan = new BalanceHistoryRow(id, 99, null, 1, TransactionType.CHARGE, Instant.EPOCH);
    assertBug(Changes.builder().insert(Table.BALANCE_HISTORIES, orphan).build(), "no user 99");
    var alone = new UserRow(id, "Ada", null, null, Instant.EPOCH, Instant.EPOCH);
    assertBug(Changes.builder().insert(Table.USERS, alone).build(), "each user comes with");
    var foreign = new UserRow(id + 1, "Ada", null, null, Instant.EPOCH, Instant.EPOCH);
    var balance = new BalanceRow(id + 1, id + 1, 0, Instant.EPOCH, Instant.EPOCH);
    assertBug(
        Changes.builder().insert(Table.USERS, foreign).insert(Table.BALANCES, balance).build(),
        "not reserved");
  }

  private void assertBug(Changes changes, String words) {
    assertThatThrownBy(
            () ->
                store.inTransaction(
                    transaction -> {
                      transaction.write(changes);
                      return true;
                    }))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(words);
  }
}
