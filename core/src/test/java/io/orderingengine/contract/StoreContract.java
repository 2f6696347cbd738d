package io.orderingengine.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderingengine.OrderingEngine;
import io.orderingengine.catalog.NewProduct;
import io.orderingengine.catalog.ProductDetailId;
import io.orderingengine.coupon.CouponId;
import io.orderingengine.coupon.IssuedCouponId;
import io.orderingengine.coupon.NewCoupon;
import io.orderingengine.order.Checkout;
import io.orderingengine.spi.OrderingStore;
import io.orderingengine.spi.Row;
import io.orderingengine.spi.Table;
import io.orderingengine.user.NewUser;
import io.orderingengine.user.UserId;
import io.orderingengine.value.Money;
import io.orderingengine.value.Outcome;
import io.orderingengine.value.Rejection;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/**
 * What every suite of the contract begins and ends with: an engine over a fresh store, and at the
 * end the proof that its rows add up, read through a store that was opened anew.
 */
public abstract class StoreContract {
  static final Instant START = Instant.parse("2026-03-01T10:00:00.123456Z");
  static final Duration UNPAID_FOR = Duration.ofMinutes(30);

  final SettableClock clock = new SettableClock(START);
  StoreFixture fixture;
  OrderingStore store;
  OrderingEngine engine;

  /** A fresh set of rows. */
  protected abstract StoreFixture newFixture();

  @BeforeEach
  void open() {
    fixture = newFixture();
    reopen();
  }

  @AfterEach
  void proveAndClose() {
    reopen();
    Conservation.assertHolds(store);
    engine.close();
    fixture.close();
  }

  /** Closes the engine, and builds another over the rows as the store kept them. */
  final void reopen() {
    if (engine != null) {
      engine.close();
    }
    store = fixture.open();
    engine = engine(store, clock);
  }

  static OrderingEngine engine(OrderingStore store, SettableClock clock) {
    return OrderingEngine.builder()
        .store(store)
        .clock(clock)
        .unpaidOrdersExpireAfter(UNPAID_FOR)
        .build();
  }

  final UserId user(long balance) {
    NewUser user = NewUser.named("Ada").openingBalance(Money.of(balance));
    return engine.users().register(user).orElseThrow().id();
  }

  final ProductDetailId option(long price, long stock) {
    NewProduct product = NewProduct.of("Acme", "Mug").option("red", Money.of(price), stock);
    return engine.catalog().add(product).orElseThrow().details().get(0).id();
  }

  final CouponId coupon(long discount, long quantity) {
    return engine.coupons().create(NewCoupon.of(Money.of(discount), quantity)).orElseThrow().id();
  }

  final IssuedCouponId issued(UserId user, long discount) {
    return engine.coupons().issue(coupon(discount, 1), user).orElseThrow().id();
  }

  final long stock(ProductDetailId option) {
    return engine.catalog().findDetail(option).orElseThrow().stock();
  }

  final long balance(UserId user) {
    return engine.balances().find(user).orElseThrow().balance().amount();
  }

  static Checkout cart(UserId user, ProductDetailId option, long quantity) {
    return Checkout.by(user).item(option, quantity);
  }

  /** Every row of every table. */
  final List<Row> rows() {
    List<Row> rows = new ArrayList<>();
    Table.ALL.forEach(table -> rows.addAll(Conservation.rows(store.queries(), table)));
    return rows;
  }

  /** Asserts that the command is rejected for this reason, and that it changes no row. */
  final void assertRejected(Supplier<? extends Outcome<?>> command, Rejection reason) {
    List<Row> before = rows();
    assertThat(command.get()).isEqualTo(Outcome.rejected(reason));
    assertThat(rows()).as("rows after the rejection").isEqualTo(before);
  }

  /** Asserts that the call is refused as a bad argument, in these words, and changes no row. */
  final void assertBadArgument(ThrowingCallable call, String... words) {
    List<Row> before = rows();
    assertThatThrownBy(call)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll(words);
    assertThat(rows()).as("rows after the bad argument").isEqualTo(before);
  }
}
