package io.orderingengine.examples.flashsale;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderingengine.OrderingEngine;
import io.orderingengine.coupon.IssuedCoupon;
import io.orderingengine.examples.console.Stages;
import io.orderingengine.examples.flashsale.Ledger.Account;
import io.orderingengine.memory.InMemoryStore;
import io.orderingengine.order.Order;
import io.orderingengine.value.Money;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The proof accepts a sound sale, and names each thing that was tampered with. */
final class ConservationTest {
  private static Opening opening;
  private static Ledger ledger;
  private static List<Told> told;

  @BeforeAll
  static void sell() {
    var properties = new Properties();
    properties.setProperty("shoppers", "300");
    properties.setProperty("skus", "2");
    properties.setProperty("stock", "100");
    properties.setProperty("coupons", "100");
    properties.setProperty("callers", "4");
    Options options = Options.parse(properties);
    var stages = new Stages(options.callers(), new PrintStream(OutputStream.nullOutputStream()));
    try (var engine = OrderingEngine.builder().store(InMemoryStore.create()).build()) {
      told = Race.run(engine, options, stages).told();
      ledger = Ledger.read(engine, options, stages);
    }
    opening = Opening.of(options);
  }

  @Test
  void aSoundSaleHasNoDrift() {
    assertThat(drifts(opening, ledger, told)).isEmpty();
    assertThat(Conservation.check(opening, ledger, told)).hasSize(8);
  }

  @Test
  void anotherOpeningStock() {
    var other = new Opening(300, 2, 101, 100, opening.purses());

    assertThat(drifts(other, ledger, told))
        .containsExactly(
            "stock: size 36, sold + left: 101 expected, 100 found;"
                + " size 37, sold + left: 101 expected, 100 found");
  }

  @Test
  void anOptionThatIsGone() {
    var other = new Opening(300, 3, 100, 100, opening.purses());

    assertThat(drifts(other, ledger, told)).containsExactly("stock: options: 3 expected, 2 found");
  }

  @Test
  void anotherNumberOfCoupons() {
    var other = new Opening(300, 2, 100, 99, opening.purses());

    assertThat(drifts(other, ledger, told))
        .containsExactly(
            "coupons issued: in the shoppers' hands: 99 expected, 100 found;"
                + " left: -1 expected, 0 found");
  }

  @Test
  void moneyThatNobodyPaidIn() {
    var other = new Opening(300, 2, 100, 100, opening.purses().minus(Money.of(1)));

    assertThat(drifts(other, ledger, told)).singleElement().asString().startsWith("money: charged");
  }

  @Test
  void aBalanceThatMoved() {
    Ledger tampered = with(any -> true, account -> richer(account));

    assertThat(drifts(opening, tampered, told))
        .anyMatch(drift -> drift.startsWith("money: in balances + paid: "))
        .anyMatch(drift -> drift.matches("balances: shopper-\\d+, by history: .*"))
        .hasSize(2);
  }

  @Test
  void aLostOrder() {
    Ledger tampered =
        with(
            account -> account.liveOrders().findAny().isPresent(),
            account ->
                new Account(account.balance(), account.history(), account.coupons(), List.of()));

    assertThat(drifts(opening, tampered, told))
        .anyMatch(drift -> drift.startsWith("stock: "))
        .anyMatch(
            drift ->
                drift.matches(
                    "orders told: shopper-\\d+ was told \\[order \\d+ \\w+ v\\d], the rows have \\[]"));
  }

  @Test
  void anOrderTwice() {
    Ledger tampered =
        with(
            account -> !account.orders().isEmpty(),
            account ->
                new Account(
                    account.balance(),
                    account.history(),
                    account.coupons(),
                    twice(account.orders())));

    assertThat(drifts(opening, tampered, told))
        .anyMatch(drift -> drift.startsWith("orders told: different ids: "));
  }

  @Test
  void twoCouponsInOneHand() {
    Ledger tampered =
        with(
            account -> !account.coupons().isEmpty(),
            account ->
                new Account(
                    account.balance(),
                    account.history(),
                    twice(account.coupons()),
                    account.orders()));

    assertThat(drifts(opening, tampered, told))
        .anyMatch(drift -> drift.endsWith("shoppers who hold two: 0 expected, 1 found"))
        .anyMatch(drift -> drift.startsWith("coupons told: "));
  }

  @Test
  void aCouponUsedByTwoOrders() {
    Ledger tampered =
        with(
            account -> account.liveOrders().anyMatch(order -> order.issuedCouponId() != null),
            account ->
                new Account(
                    account.balance(),
                    account.history(),
                    account.coupons(),
                    twice(account.orders())));

    assertThat(drifts(opening, tampered, told))
        .anyMatch(drift -> drift.startsWith("coupons used: live orders for one coupon each: "));
  }

  @Test
  void aShopperWhoWasToldOfAnOrderThatIsNot() {
    Order stray = ledger.orders().reduce((any, last) -> last).orElseThrow();

    assertThat(drifts(opening, ledger, toldToo(stray)))
        .singleElement()
        .asString()
        .startsWith("orders told: shopper-0 was told ");
  }

  @Test
  void aShopperWhoWasToldOfACouponThatIsNot() {
    List<Told> other = new ArrayList<>(told);
    Optional<IssuedCoupon> gone =
        told.get(0).coupon().isPresent() ? Optional.empty() : ledger.issuedCoupons().findAny();
    other.set(0, new Told(gone, told.get(0).orders(), false));

    assertThat(drifts(opening, ledger, other))
        .singleElement()
        .asString()
        .startsWith("coupons told: shopper-0 was told ");
  }

  @Test
  void aDoubleClickWithTwoOrders() {
    List<Order> two = ledger.orders().limit(2).toList();
    List<Told> other = new ArrayList<>(told);
    other.set(0, new Told(told.get(0).coupon(), two, true));

    assertThat(drifts(opening, ledger, other))
        .anyMatch(drift -> drift.equals("double clicks: with two orders: 0 expected, 1 found"));
  }

  private static List<String> drifts(Opening opening, Ledger ledger, List<Told> told) {
    return Conservation.check(opening, ledger, told).stream()
        .filter(finding -> !finding.ok())
        .map(finding -> finding.subject() + ": " + finding.text())
        .toList();
  }

  /** The ledger with one account changed: the first that fits. */
  private static Ledger with(Predicate<Account> fits, UnaryOperator<Account> change) {
    List<Account> accounts = new ArrayList<>(ledger.accounts());
    Account found = accounts.stream().filter(fits).findFirst().orElseThrow();
    accounts.set(accounts.indexOf(found), change.apply(found));
    return new Ledger(ledger.product(), ledger.coupon(), accounts);
  }

  private static Account richer(Account account) {
    Money more = account.balance().plus(Money.of(1));
    return new Account(more, account.history(), account.coupons(), account.orders());
  }

  private static <T> List<T> twice(List<T> rows) {
    List<T> twice = new ArrayList<>(rows);
    twice.addAll(rows);
    return twice;
  }

  private static List<Told> toldToo(Order stray) {
    List<Told> other = new ArrayList<>(told);
    List<Order> orders = new ArrayList<>(told.get(0).orders());
    orders.add(0, stray);
    other.set(0, new Told(told.get(0).coupon(), orders, false));
    return other;
  }
}
