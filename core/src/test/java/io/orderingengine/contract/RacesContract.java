package io.orderingengine.contract;

import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Many callers at once: what must be conserved, whoever comes first. */
public abstract class RacesContract {
  /** A fresh set of rows. */
  protected abstract StoreFixture newFixture();

  /** How many ask for the 100 coupons; fewer where registering them takes long. */
  protected int people() {
    return 10_000;
  }

  private void race(Consumer<Races> race) {
    try (var races = new Races(newFixture())) {
      race.accept(races);
    }
  }

  @Test
  void callersOfOneSkuGetWhatThereIs() {
    race(Races::oneSku);
  }

  @Test
  void oneCouponIsUsedOnce() {
    race(Races::oneCoupon);
  }

  @Test
  void oneBalanceIsSpentOnce() {
    race(Races::oneBalance);
  }

  @Test
  void aHundredCouponsGoToAHundredPeople() {
    race(races -> races.firstComeFirstServed(people()));
  }

  @Test
  void equalKeysMakeOneOrder() {
    race(Races::equalKeys);
  }

  @Test
  void anOrderIsCancelledOnceThoughItIsPaidMeanwhile() {
    race(Races::cancelAgainstPay);
  }

  @Test
  void anOrderExpiresOnceThoughManyExpireIt() {
    race(Races::twoExpirers);
  }

  @Test
  void cartsInAnyOrderOfLinesDoNotDeadlock() {
    race(Races::shuffledCarts);
  }

  @Test
  void aReaderNeverSeesHalfOfATransaction() {
    race(Races::readersAmongWriters);
  }
}
