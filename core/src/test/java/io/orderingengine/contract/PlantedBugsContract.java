package io.orderingengine.contract;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderingengine.spi.OrderingStore;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/**
 * Each race, on the store with a bug planted in front of it: it must fail, and by the assertion
 * that it is about. {@link RacesContract} is the twin without the bug, which passes.
 */
public abstract class PlantedBugsContract {
  /** A fresh set of rows. */
  protected abstract StoreFixture newFixture();

  private void assertFound(
      UnaryOperator<OrderingStore> bug, Consumer<Races> race, String assertion) {
    try (StoreFixture fixture = newFixture();
        var races = new Races(() -> bug.apply(fixture.open()))) {
      assertThatThrownBy(() -> race.accept(races))
          .isInstanceOf(AssertionError.class)
          .hasMessageContaining(assertion);
    }
  }

  @Test
  void anOversoldSkuIsFound() {
    assertFound(LockForgettingStore::new, Races::oneSku, Races.SOLD_IS_TAKEN);
  }

  @Test
  void aCouponUsedTwiceIsFound() {
    assertFound(LockForgettingStore::new, Races::oneCoupon, Races.COUPON_ONCE);
  }

  @Test
  void aBalanceSpentTwiceIsFound() {
    assertFound(LockForgettingStore::new, Races::oneBalance, Races.SPENT_ONCE);
  }

  @Test
  void aCouponTooManyIsFound() {
    assertFound(
        LockForgettingStore::new, races -> races.firstComeFirstServed(400), Races.ISSUED_TO_LIMIT);
  }

  @Test
  void anOrderMadeTwiceIsFound() {
    assertFound(KeyForgettingStore::new, Races::equalKeys, Races.ONE_ORDER);
  }

  @Test
  void aDoubleCancellationIsFound() {
    assertFound(LockForgettingStore::new, Races::cancelAgainstPay, Races.CANCELLED_ONCE);
  }

  @Test
  void aDoubleExpiryIsFound() {
    assertFound(LockForgettingStore::new, Races::twoExpirers, Races.EXPIRED_ONCE);
  }

  @Test
  void aDeadlockIsFound() {
    assertFound(DisorderlyStore::new, Races::shuffledCarts, Races.NO_DEADLOCK);
  }

  @Test
  void aTornTransactionIsFound() {
    assertFound(TearingStore::new, Races::readersAmongWriters, Races.WHOLE);
  }

  /** The suite of locks on a store that takes none, set up and not proved at the end. */
  private LocksContract locksOnAStoreWithoutLocks() {
    StoreFixture good = newFixture();
    return new LocksContract() {
      @Override
      protected StoreFixture newFixture() {
        return () -> new LockForgettingStore(good.open());
      }
    };
  }

  @Test
  void aForgottenLockIsFoundForEachKindOfRow() {
    List<Consumer<LocksContract>> kinds =
        List.of(
            LocksContract::aBalanceIsLocked,
            LocksContract::aStockIsLocked,
            LocksContract::aCouponIsLocked,
            LocksContract::anIssuedCouponIsLocked,
            LocksContract::anOrderIsLockedWithItsPayment,
            LocksContract::aKeyIsLookedUpAfterTheLock);
    for (Consumer<LocksContract> kind : kinds) {
      LocksContract locks = locksOnAStoreWithoutLocks();
      locks.open();
      assertThatThrownBy(() -> kind.accept(locks))
          .isInstanceOf(AssertionError.class)
          .hasMessageContaining(LocksContract.MUST_WAIT);
      locks.engine.close();
    }
  }

  @Test
  void locksTakenBackwardAreFoundForEachKindOfRow() {
    List<Consumer<LockOrderContract>> kinds =
        List.of(
            LockOrderContract::balancesAscend,
            LockOrderContract::issuedCouponsAscend,
            LockOrderContract::ordersAscend,
            LockOrderContract::couponsAscend,
            LockOrderContract::optionsAscend,
            LockOrderContract::theKindsComeOneAfterTheOther);
    for (Consumer<LockOrderContract> kind : kinds) {
      StoreFixture good = newFixture();
      LockOrderContract order =
          new LockOrderContract() {
            @Override
            protected StoreFixture newFixture() {
              return () -> new BackwardStore(good.open());
            }

            @Override
            Duration patience() {
              return Duration.ofMillis(100);
            }
          };
      order.open();
      assertThatThrownBy(() -> kind.accept(order))
          .isInstanceOf(AssertionError.class)
          .hasMessageContaining(LockOrderContract.BEFORE);
      order.engine.close();
    }
  }
}
