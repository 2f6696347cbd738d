package io.orderingengine.internal.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderingengine.coupon.IssuedCouponStatus;
import io.orderingengine.spi.BalanceRow;
import io.orderingengine.spi.Changes;
import io.orderingengine.spi.Delta;
import io.orderingengine.spi.IssuedCouponChange;
import io.orderingengine.spi.IssuedCouponRow;
import io.orderingengine.spi.Rows;
import io.orderingengine.spi.Table;
import io.orderingengine.spi.UserCoupon;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WorkingRowsTest {
  private static final Instant BEFORE = Instant.parse("2026-03-01T10:00:00Z");
  private static final Instant NOW = BEFORE.plusSeconds(1);
  private static final UserCoupon HELD = new UserCoupon(1, 2);

  private static final BalanceRow BALANCE = new BalanceRow(1, 1, 10, BEFORE, BEFORE);
  private static final IssuedCouponRow ISSUED =
      new IssuedCouponRow(
          5, HELD.userId(), HELD.couponId(), IssuedCouponStatus.ISSUED, null, NOW, BEFORE);

  /** Locked rows by their keys; others do not exist. */
  private static Rows locked(Map<Object, Object> rows) {
    return (Rows)
        Proxy.newProxyInstance(
            Rows.class.getClassLoader(),
            new Class<?>[] {Rows.class},
            (proxy, method, arguments) -> rows.get(arguments[0]));
  }

  @Test
  void deltasAddUpForTheNextAndInTheSum() {
    var rows = new WorkingRows(locked(Map.of(1L, BALANCE)));
    rows.apply(Changes.builder().moveBalance(1, 5, NOW).build());
    rows.apply(Changes.builder().moveBalance(1, -3, NOW).build());
    assertThat(rows.balance(1)).isEqualTo(new BalanceRow(1, 1, 12, BEFORE, NOW));
    assertThat(rows.changes().balances()).containsExactly(new Delta(1, 2, NOW));
  }

  @Test
  void nothingAppliedIsNothingToWrite() {
    var rows = new WorkingRows(locked(Map.of(1L, BALANCE)));
    rows.apply(Changes.none());
    assertThat(rows.changes().isEmpty()).isTrue();
    assertThat(rows.balance(1)).isSameAs(BALANCE);
  }

  /** By its user and coupon as by its id. */
  @Test
  void aChangedCouponIsSeenByEachOfItsKeys() {
    var rows = new WorkingRows(locked(Map.of(5L, ISSUED, HELD, ISSUED)));
    var used = new IssuedCouponChange(5, IssuedCouponStatus.ISSUED, IssuedCouponStatus.USED, NOW);
    rows.apply(Changes.builder().change(used).build());
    assertThat(rows.issuedCoupon(5).status()).isEqualTo(IssuedCouponStatus.USED);
    assertThat(rows.issuedCoupon(HELD)).isEqualTo(rows.issuedCoupon(5));
  }

  @Test
  void aNewCouponIsSeenByItsUserAndCoupon() {
    var rows = new WorkingRows(locked(Map.of()));
    assertThat(rows.issuedCoupon(HELD)).isNull();
    rows.apply(Changes.builder().insert(Table.ISSUED_COUPONS, ISSUED).build());
    assertThat(rows.issuedCoupon(HELD)).isEqualTo(ISSUED);
  }

  @Test
  void whatIsNotThereCannotBeChanged() {
    var rows = new WorkingRows(locked(Map.of()));
    assertThatThrownBy(() -> rows.apply(Changes.builder().moveStock(7, 1, NOW).build()))
        .isInstanceOf(NullPointerException.class);
  }
}
