package io.orderingengine.examples.flashsale;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingLong;

import io.orderingengine.OrderingEngine;
import io.orderingengine.balance.Balance;
import io.orderingengine.balance.BalanceHistory;
import io.orderingengine.catalog.Product;
import io.orderingengine.catalog.ProductDetailId;
import io.orderingengine.coupon.Coupon;
import io.orderingengine.coupon.IssuedCoupon;
import io.orderingengine.examples.console.Pages;
import io.orderingengine.examples.console.Stages;
import io.orderingengine.order.Order;
import io.orderingengine.order.OrderItem;
import io.orderingengine.order.OrderStatus;
import io.orderingengine.user.User;
import io.orderingengine.user.UserId;
import io.orderingengine.value.Money;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Every row of the sale, read through the engine's public queries.
 *
 * @param accounts the rows of each shopper, by the shopper's number
 */
record Ledger(Product product, Coupon coupon, List<Account> accounts) {
  /** One shopper's rows; a shopper whom the store does not know has none. */
  record Account(
      Money balance, List<BalanceHistory> history, List<IssuedCoupon> coupons, List<Order> orders) {
    private static final Account EMPTY = new Account(Money.ZERO, List.of(), List.of(), List.of());

    Stream<Order> liveOrders() {
      return orders.stream().filter(order -> order.status() != OrderStatus.CANCELLED);
    }
  }

  static Ledger read(OrderingEngine engine, Options options, Stages stages) {
    var accounts = new Account[options.shoppers()];
    stages.run(
        "checking",
        options.shoppers(),
        i -> accounts[i] = account(engine, Shop.nameOf(i)),
        () -> {});
    return new Ledger(
        engine.catalog().findByExternalId(Shop.PRODUCT).orElseThrow(),
        engine.coupons().findByExternalId(Shop.COUPON).orElseThrow(),
        List.of(accounts));
  }

  private static Account account(OrderingEngine engine, String name) {
    Optional<User> user = engine.users().findByExternalId(name);
    return user.map(found -> account(engine, found.id())).orElse(Account.EMPTY);
  }

  private static Account account(OrderingEngine engine, UserId user) {
    return new Account(
        engine.balances().find(user).map(Balance::balance).orElse(Money.ZERO),
        Pages.all(page -> engine.balances().history(user, page)),
        Pages.all(page -> engine.coupons().page(user, page)),
        Pages.all(page -> engine.orders().page(user, page)));
  }

  Stream<Order> orders() {
    return accounts.stream().flatMap(account -> account.orders().stream());
  }

  Stream<Order> liveOrders() {
    return accounts.stream().flatMap(Account::liveOrders);
  }

  /** The units of each option in live orders. */
  Map<ProductDetailId, Long> sold() {
    return liveOrders()
        .flatMap(order -> order.items().stream())
        .collect(groupingBy(OrderItem::productDetailId, summingLong(OrderItem::quantity)));
  }

  Stream<IssuedCoupon> issuedCoupons() {
    return accounts.stream().flatMap(account -> account.coupons().stream());
  }
}
