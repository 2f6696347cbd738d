package io.orderingengine.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderingengine.OrderingEngine;
import io.orderingengine.balance.InsufficientBalance;
import io.orderingengine.catalog.NotForSale;
import io.orderingengine.catalog.OutOfStock;
import io.orderingengine.catalog.ProductDetailId;
import io.orderingengine.coupon.CouponAlreadyUsed;
import io.orderingengine.coupon.CouponId;
import io.orderingengine.coupon.CouponSoldOut;
import io.orderingengine.coupon.IssuedCoupon;
import io.orderingengine.coupon.IssuedCouponId;
import io.orderingengine.order.NotPayable;
import io.orderingengine.order.Order;
import io.orderingengine.order.OrderId;
import io.orderingengine.order.OrderStatus;
import io.orderingengine.spi.EventRow;
import io.orderingengine.spi.OrderRow;
import io.orderingengine.spi.Rows;
import io.orderingengine.spi.Table;
import io.orderingengine.user.NewUser;
import io.orderingengine.user.UserId;
import io.orderingengine.value.ExternalIdTaken;
import io.orderingengine.value.IdempotencyKey;
import io.orderingengine.value.KeyReused;
import io.orderingengine.value.Money;
import io.orderingengine.value.Outcome;
import io.orderingengine.value.Rejection;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/**
 * Commands of one group see what those before them have changed, as if each had run alone, and one
 * that fails harms no other. That everything adds up is proved at the end of each test.
 */
public abstract class GroupDecisionsContract extends GroupContract {
  private OrderingEngine engine() {
    return groups.engine();
  }

  /** Makes the calls in one transaction, and returns what they were told. */
  @SafeVarargs
  private List<Outcome<?>> toldTogether(Supplier<Outcome<?>>... calls) {
    List<Outcome<?>> told = told(together(calls));
    assertThat(groups.staged().seen()).as("transactions").hasSize(1);
    return told;
  }

  private static <T> Outcome<T> no(Rejection reason) {
    return Outcome.rejected(reason);
  }

  private List<OrderRow> orders() {
    return Conservation.rows(store.queries(), Table.ORDERS);
  }

  @Test
  void aStockOfThreeIsSoldThreeTimes() {
    ProductDetailId red = option(10, 3);
    UserId ada = user(100);
    Supplier<Outcome<?>> buy = checkout(cart(ada, red, 1));
    List<Outcome<?>> told = toldTogether(buy, buy, buy, buy, buy);
    assertThat(told.stream().map(Outcome::isAccepted))
        .containsExactly(true, true, true, false, false);
    assertThat(told.get(3)).isEqualTo(no(new OutOfStock(red, 1, 0)));
    assertThat(stock(red)).isZero();
    assertThat(balance(ada)).isEqualTo(70);
  }

  @Test
  void aBalanceIsSpentOnce() {
    UserId ada = user(10);
    Supplier<Outcome<?>> buy = checkout(cart(ada, option(4, 9), 1));
    List<Outcome<?>> told =
        toldTogether(buy, buy, buy, () -> engine().balances().charge(ada, Money.of(5)), buy);
    assertThat(told.get(2)).isEqualTo(no(new InsufficientBalance(ada, Money.of(4), Money.of(2))));
    assertThat(told.get(4).isAccepted()).as("after the charge").isTrue();
    assertThat(balance(ada)).isEqualTo(3);
    assertThat(orders()).hasSize(3);
  }

  @Test
  void aCouponIsIssuedToItsLimit() {
    CouponId coupon = coupon(1, 2);
    List<UserId> users = users(4);
    List<Calling<Outcome<?>>> calls =
        together(
            users.stream()
                .<Supplier<Outcome<?>>>map(user -> () -> engine().coupons().issue(coupon, user))
                .toList());
    assertThat(groups.staged().seen()).as("transactions").hasSize(1);
    assertThat(accepted(calls)).containsExactly(true, true, false, false);
    assertThat(told(calls).get(2)).isEqualTo(no(new CouponSoldOut(coupon)));
    assertThat(Conservation.rows(store.queries(), Table.ISSUED_COUPONS)).hasSize(2);
  }

  @Test
  void aUserWhoAsksTwiceGetsTheSameCoupon() {
    CouponId coupon = coupon(1, 2);
    UserId ada = user(0);
    Supplier<Outcome<?>> ask = () -> engine().coupons().issue(coupon, ada);
    List<Outcome<?>> told = toldTogether(ask, ask);
    assertThat(told.get(1)).isEqualTo(told.get(0)).matches(Outcome::isAccepted);
    assertThat(engine.coupons().find(coupon).orElseThrow().quantity()).isEqualTo(1);
  }

  @Test
  void equalKeysMakeOneOrder() {
    UserId ada = user(100);
    Supplier<Outcome<?>> buy = checkout(cart(ada, option(10, 5), 1).key("k"));
    List<Outcome<?>> told = toldTogether(buy, buy, buy);
    assertThat(told).containsOnly(told.get(0)).allMatch(Outcome::isAccepted);
    assertThat(orders()).hasSize(1);
    assertThat(balance(ada)).isEqualTo(90);
  }

  @Test
  void anEqualKeyOnOtherContentIsRefused() {
    UserId ada = user(100);
    ProductDetailId red = option(10, 5);
    List<Outcome<?>> told =
        toldTogether(
            checkout(cart(ada, red, 1).key("k")),
            checkout(cart(ada, red, 2).key("k")),
            checkout(cart(user(100), red, 2).key("k")));
    assertThat(told.get(1)).isEqualTo(no(new KeyReused(IdempotencyKey.of("k"))));
    assertThat(told.get(2).isAccepted()).as("another user's key").isTrue();
    assertThat(stock(red)).isEqualTo(2);
  }

  /** A key whose first command was refused is free for the next. */
  @Test
  void aRejectionLeavesItsKeyFree() {
    UserId ada = user(0);
    ProductDetailId red = option(10, 5);
    List<Outcome<?>> told =
        toldTogether(
            checkout(cart(ada, red, 1).key("k")),
            () -> engine().balances().charge(ada, Money.of(10)),
            checkout(cart(ada, red, 1).key("k")));
    assertThat(told.stream().map(Outcome::isAccepted)).containsExactly(false, true, true);
  }

  @Test
  void anExternalIdIsTakenByTheFirst() {
    UserId ada = user(100);
    ProductDetailId red = option(10, 5);
    List<Outcome<?>> told =
        toldTogether(
            checkout(cart(ada, red, 1).externalId("x")),
            checkout(cart(ada, red, 2).externalId("x")));
    OrderId first = ((Order) told.get(0).orElseThrow()).id();
    assertThat(told.get(1)).isEqualTo(no(new ExternalIdTaken("x", first.value())));
  }

  @Test
  void oneUserIsRegisteredUnderOneExternalId() {
    NewUser ada = NewUser.named("Ada").externalId("u-1");
    Supplier<Outcome<?>> register = () -> engine().users().register(ada);
    List<Outcome<?>> told = toldTogether(register, register);
    assertThat(told.get(1)).isEqualTo(told.get(0)).matches(Outcome::isAccepted);
    assertThat(Conservation.rows(store.queries(), Table.USERS)).hasSize(1);
  }

  @Test
  void anIssuedCouponIsUsedOnce() {
    UserId ada = user(100);
    IssuedCouponId mine = issued(ada, 3);
    ProductDetailId red = option(10, 5);
    Supplier<Outcome<?>> buy = checkout(cart(ada, red, 1).coupon(mine));
    List<Outcome<?>> told = toldTogether(buy, buy);
    assertThat(told.get(1)).isEqualTo(no(new CouponAlreadyUsed(mine)));
    assertThat(balance(ada)).isEqualTo(93);
  }

  /** The coupon of a cancelled order is used again, and asked for again, in the same group. */
  @Test
  void aCouponThatACancellationGaveBackIsUsedAgain() {
    UserId ada = user(100);
    CouponId coupon = coupon(3, 1);
    IssuedCouponId mine = engine.coupons().issue(coupon, ada).orElseThrow().id();
    ProductDetailId red = option(10, 1);
    OrderId order = engine.orders().checkout(cart(ada, red, 1).coupon(mine)).orElseThrow().id();
    List<Outcome<?>> told =
        toldTogether(
            () -> engine().orders().cancel(order),
            checkout(cart(ada, red, 1).coupon(mine)),
            () -> engine().coupons().issue(coupon, ada));
    assertThat(told).allMatch(Outcome::isAccepted);
    assertThat(((IssuedCoupon) told.get(2).orElseThrow()).id()).isEqualTo(mine);
    assertThat(balance(ada)).isEqualTo(93);
    assertThat(stock(red)).isZero();
  }

  @Test
  void aNewPriceIsPaidAtOnce() {
    UserId ada = user(100);
    ProductDetailId red = option(10, 5);
    List<Outcome<?>> told =
        toldTogether(
            () -> engine().catalog().changePrice(red, Money.of(7)),
            checkout(cart(ada, red, 1).expectTotal(Money.of(7))),
            () -> engine().catalog().changePrice(red, Money.of(8)),
            checkout(cart(ada, red, 1).expectTotal(Money.of(8))),
            checkout(cart(ada, red, 1).expectTotal(Money.of(10))));
    assertThat(told.stream().map(Outcome::isAccepted))
        .containsExactly(true, true, true, true, false);
    assertThat(balance(ada)).isEqualTo(85);
    assertThat(engine.catalog().findDetail(red).orElseThrow().price()).isEqualTo(Money.of(8));
  }

  @Test
  void whatIsTakenOffSaleIsSoldNoMore() {
    UserId ada = user(100);
    ProductDetailId red = option(10, 5);
    List<Outcome<?>> told =
        toldTogether(
            checkout(cart(ada, red, 1)),
            () -> engine().catalog().setOnSale(red, false),
            checkout(cart(ada, red, 1)),
            () -> engine().catalog().setOnSale(red, true),
            checkout(cart(ada, red, 1)));
    assertThat(told.get(2)).isEqualTo(no(new NotForSale(red)));
    assertThat(told.get(4).isAccepted()).isTrue();
    assertThat(stock(red)).isEqualTo(3);
  }

  @Test
  void newStockIsSoldAtOnce() {
    UserId ada = user(100);
    ProductDetailId red = option(10, 0);
    List<Outcome<?>> told =
        toldTogether(
            checkout(cart(ada, red, 1)),
            () -> engine().catalog().adjustStock(red, 5),
            checkout(cart(ada, red, 5)),
            () -> engine().catalog().adjustStock(red, -1));
    assertThat(told.stream().map(Outcome::isAccepted)).containsExactly(false, true, true, false);
    assertThat(stock(red)).isZero();
  }

  @Test
  void anOrderIsPaidAndCancelledAndItsEventsAreInOrder() {
    UserId ada = user(100);
    ProductDetailId red = option(10, 5);
    OrderId order = engine.orders().place(cart(ada, red, 2)).orElseThrow().id();
    List<Outcome<?>> told =
        toldTogether(
            () -> engine().orders().pay(order),
            () -> engine().orders().cancel(order),
            () -> engine().orders().pay(order));
    assertThat(((Order) told.get(0).orElseThrow()).status()).isEqualTo(OrderStatus.PAID);
    assertThat(((Order) told.get(1).orElseThrow()).status()).isEqualTo(OrderStatus.CANCELLED);
    assertThat(told.get(2)).isEqualTo(no(new NotPayable(order, OrderStatus.CANCELLED)));
    assertThat(engine.orders().find(order)).contains((Order) told.get(1).orElseThrow());
    assertThat(balance(ada)).isEqualTo(100);
    assertThat(
            Conservation.rows(store.queries(), Table.EVENTS).stream()
                .filter(event -> event.subjectId() == order.value())
                .map(EventRow::version))
        .as("versions in the order of ids")
        .containsExactly(1L, 2L, 3L);
  }

  /** Rows that throw when one user's balance is read: a decision that fails. */
  private static UnaryOperator<Rows> failingFor(UserId user, Supplier<? extends Throwable> what) {
    return rows ->
        BentRows.of(
            rows,
            (name, key, row) -> {
              if (name.equals("balance") && key.equals(user.value())) {
                throw what.get();
              }
              return row;
            });
  }

  private void assertFailsAlone(int member, Supplier<? extends Throwable> failure) {
    List<UserId> users = users(4);
    groups.staged().through(failingFor(users.get(member), failure));
    List<Calling<Outcome<?>>> calls = together(users.stream().map(this::charge).toList());
    assertThat(groupsSeen()).as("one transaction").containsExactly(ids(users));
    for (int i = 0; i < users.size(); i++) {
      if (i == member) {
        assertThat(calls.get(i).failure())
            .isInstanceOf(failure.get().getClass())
            .hasMessage("planted");
        assertThat(balance(users.get(i))).isZero();
      } else {
        assertThat(calls.get(i).told().isAccepted()).as("member %d", i).isTrue();
        assertThat(balance(users.get(i))).isEqualTo(1);
      }
    }
  }

  @Test
  void aDecisionThatThrowsHarmsNoOther() {
    assertFailsAlone(1, () -> new IllegalStateException("planted"));
    assertFailsAlone(0, () -> new IllegalStateException("planted"));
    assertFailsAlone(3, () -> new ArithmeticException("planted"));
  }

  @Test
  void aDecisionThatThrowsAnErrorHarmsNoOther() {
    assertFailsAlone(2, () -> new LinkageError("planted"));
    assertFailsAlone(0, () -> new LinkageError("planted"));
  }
}
