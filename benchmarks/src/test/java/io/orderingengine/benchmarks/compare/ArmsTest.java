package io.orderingengine.benchmarks.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderingengine.benchmarks.compare.arm.Arm;
import io.orderingengine.benchmarks.compare.arm.ArmKind;
import io.orderingengine.benchmarks.compare.arm.RefusedException;
import io.orderingengine.benchmarks.compare.place.Place;
import io.orderingengine.benchmarks.compare.place.Places;
import io.orderingengine.benchmarks.compare.workload.Cart;
import io.orderingengine.benchmarks.compare.workload.Opening;
import io.orderingengine.benchmarks.compare.workload.Requests;
import io.orderingengine.benchmarks.compare.workload.Workload;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Each way to write a checkout writes rows that add up. */
class ArmsTest {
  private static final Opening OPENING = new Opening(10, 100, 10, 10);

  @ParameterizedTest
  @CsvSource({
    "OURS, HOT",
    "DIRECT, LINES",
    "JDBC, HOT",
    "JDBC, LINES",
    "JPA, LINES",
    "OURS, ISSUE",
    "JDBC, ISSUE",
    "JPA, ISSUE",
  })
  void writesRowsThatAddUp(ArmKind kind, Workload workload) throws Exception {
    try (SmallShop shop = SmallShop.after(kind, workload)) {
      assertThat(shop.drifts(SmallShop.DONE)).isEmpty();
    }
  }

  /** With the key, the coupon is spent: the second answer must not be a refusal for that. */
  @ParameterizedTest
  @EnumSource(names = {"OURS", "DIRECT", "JDBC", "JPA"})
  void answersAnOrderOnceMoreUnderItsKey(ArmKind kind) throws Exception {
    try (Place place = Places.h2InMemory(OPENING, 2)) {
      place.putBack();
      try (Arm arm = place.open(kind)) {
        Cart cart = new Requests(Workload.UNIFORM, OPENING, 1).cart(0);
        long order = arm.checkout(cart);
        assertThat(arm.checkout(cart)).isEqualTo(order);
        assertRefused(arm, changed(cart, cart.total() + 1, cart.key()));
        assertRefused(arm, changed(cart, cart.total(), "another key"));
      }
      assertThat(place.drifts(1)).isEmpty();
    }
  }

  private static Cart changed(Cart cart, long total, String key) {
    return new Cart(cart.user(), cart.lines(), cart.issuedCoupon(), total, key);
  }

  private static void assertRefused(Arm arm, Cart cart) {
    assertThatThrownBy(() -> arm.checkout(cart)).isInstanceOf(RefusedException.class);
  }
}
