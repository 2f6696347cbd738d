package io.orderingengine.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderingengine.balance.Balance;
import io.orderingengine.balance.BalanceHistory;
import io.orderingengine.balance.BalanceId;
import io.orderingengine.balance.TransactionType;
import io.orderingengine.user.UserId;
import io.orderingengine.user.UserNotFound;
import io.orderingengine.value.AmountOutOfRange;
import io.orderingengine.value.IdempotencyKey;
import io.orderingengine.value.KeyReused;
import io.orderingengine.value.Money;
import io.orderingengine.value.Page;
import io.orderingengine.value.PageRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Charging balances, and their history. */
public abstract class BalancesContract extends StoreContract {

  @Test
  void aChargeMovesTheBalanceAndIsWrittenDown() {
    UserId user = user(100);
    clock.advance(Duration.ofSeconds(1));
    Balance after = engine.balances().charge(user, Money.of(50)).orElseThrow();
    assertThat(after)
        .isEqualTo(
            new Balance(
                BalanceId.of(user.value()), user, Money.of(150), START, START.plusSeconds(1)));
    reopen();
    assertThat(engine.balances().find(user)).contains(after);
    BalanceHistory last =
        engine.balances().history(user, PageRequest.newestFirst(1)).items().get(0);
    assertThat(last.amount()).isEqualTo(Money.of(50));
    assertThat(last.transactionType()).isEqualTo(TransactionType.CHARGE);
    assertThat(last.balanceId()).isEqualTo(after.id());
    assertThat(last.issuedCouponId()).isNull();
    assertThat(last.createdAt()).isEqualTo(START.plusSeconds(1));
  }

  @Test
  void aChargeIsRejected() {
    UserId nobody = UserId.of(Long.MAX_VALUE);
    assertRejected(() -> engine.balances().charge(nobody, Money.of(1)), new UserNotFound(nobody));
    UserId full = user(Long.MAX_VALUE);
    assertRejected(
        () -> engine.balances().charge(full, Money.of(1)),
        new AmountOutOfRange("balance", Money.of(1)));
  }

  @Test
  void aKeyChargesOnceAndAnswersThePresentBalance() {
    UserId user = user(0);
    IdempotencyKey key = IdempotencyKey.of("topup-1");
    engine.balances().charge(user, Money.of(10), key).orElseThrow();
    engine.balances().charge(user, Money.of(5)).orElseThrow();
    reopen();
    Balance again = engine.balances().charge(user, Money.of(10), key).orElseThrow();
    assertThat(again.balance()).isEqualTo(Money.of(15));
    assertRejected(() -> engine.balances().charge(user, Money.of(11), key), new KeyReused(key));
    UserId other = user(0);
    assertThat(engine.balances().charge(other, Money.of(11), key).isAccepted()).isTrue();
  }

  @Test
  void aKeyTellsCaseAndTrailingSpaceApart() {
    UserId user = user(0);
    for (String key : List.of("k", "K", "k ", "ｋ")) {
      engine.balances().charge(user, Money.of(1), IdempotencyKey.of(key)).orElseThrow();
    }
    assertThat(balance(user)).isEqualTo(4);
  }

  @Test
  void aRejectionIsNotRemembered() {
    UserId user = user(Long.MAX_VALUE);
    IdempotencyKey key = IdempotencyKey.of("k");
    assertThat(engine.balances().charge(user, Money.of(1), key).isAccepted()).isFalse();
    engine.orders().checkout(cart(user, option(7, 1), 1)).orElseThrow();
    assertThat(engine.balances().charge(user, Money.of(1), key).isAccepted()).isTrue();
  }

  @Test
  void historyComesInPagesWithoutGapOrRepeat() {
    UserId user = user(1);
    for (int amount = 2; amount <= 25; amount++) {
      clock.advance(Duration.ofNanos(amount % 3 * 1_000L));
      engine.balances().charge(user, Money.of(amount)).orElseThrow();
    }
    List<Long> oldestFirst = new ArrayList<>();
    for (long amount = 1; amount <= 25; amount++) {
      oldestFirst.add(amount);
    }
    assertThat(amounts(user, PageRequest.oldestFirst(7))).isEqualTo(oldestFirst);
    List<Long> newestFirst = new ArrayList<>(oldestFirst);
    Collections.reverse(newestFirst);
    assertThat(amounts(user, PageRequest.newestFirst(5))).isEqualTo(newestFirst);
    assertThat(engine.balances().history(user, PageRequest.oldestFirst(25)).next()).isEmpty();
    assertThat(engine.balances().history(user, PageRequest.oldestFirst(24)).next()).isPresent();
  }

  private List<Long> amounts(UserId user, PageRequest begin) {
    List<Long> amounts = new ArrayList<>();
    Optional<PageRequest> next = Optional.of(begin);
    while (next.isPresent()) {
      PageRequest carried = PageRequest.parse(next.get().token());
      Page<BalanceHistory> page = engine.balances().history(user, carried);
      assertThat(page.items()).isNotEmpty().hasSizeLessThanOrEqualTo(begin.size());
      page.items().forEach(entry -> amounts.add(entry.amount().amount()));
      assertThat(amounts).as("entries until the last page").hasSizeLessThanOrEqualTo(25);
      next = page.next();
    }
    return amounts;
  }

  @Test
  void timeNeverRunsBackwardsInARow() {
    UserId user = user(0);
    clock.advance(Duration.ofHours(-2));
    Balance after = engine.balances().charge(user, Money.of(1)).orElseThrow();
    assertThat(after.modifiedAt()).isEqualTo(START);
    assertThat(engine.balances().history(user, PageRequest.oldestFirst(9)).items())
        .extracting(BalanceHistory::createdAt)
        .containsExactly(START, START);
  }
}
