package io.orderingengine.examples.replay;

import io.orderingengine.OrderingEngine;
import io.orderingengine.balance.Balance;
import io.orderingengine.balance.BalanceHistory;
import io.orderingengine.catalog.Product;
import io.orderingengine.catalog.ProductDetailId;
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
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Every row of the replay, read through the engine's public queries.
 *
 * @param accounts the rows of each buyer, in the order of the plan
 */
record Ledger(List<Product> products, List<Account> accounts) {

  /** One buyer's rows; a buyer whom the store does not know has none. */
  record Account(String name, Money balance, List<BalanceHistory> history, List<Order> orders) {}

  static Ledger read(OrderingEngine engine, Plan plan, Stages stages) {
    List<Buyer> buyers = plan.buyers();
    var accounts = new Account[buyers.size()];
    stages.run(
        "checking",
        accounts.length,
        i -> accounts[i] = account(engine, buyers.get(i).name()),
        () -> {});
    return new Ledger(Pages.all(engine.catalog()::page), List.of(accounts));
  }

  private static Account account(OrderingEngine engine, String name) {
    Optional<User> user = engine.users().findByExternalId(name);
    return user.map(found -> account(engine, name, found.id()))
        .orElse(new Account(name, Money.ZERO, List.of(), List.of()));
  }

  private static Account account(OrderingEngine engine, String name, UserId user) {
    return new Account(
        name,
        engine.balances().find(user).map(Balance::balance).orElse(Money.ZERO),
        Pages.all(page -> engine.balances().history(user, page)),
        Pages.all(page -> engine.orders().page(user, page)));
  }

  Stream<Order> orders() {
    return accounts.stream().flatMap(account -> account.orders().stream());
  }

  Stream<Order> cancelled() {
    return orders().filter(order -> order.status() == OrderStatus.CANCELLED);
  }

  /** The orders that stand. */
  Stream<Order> live() {
    return orders().filter(order -> order.status() == OrderStatus.PAID);
  }

  /** The name of the basket that became an order. */
  static String name(Order order) {
    return String.valueOf(order.externalId());
  }

  static Map<ProductDetailId, Long> units(Stream<Order> orders) {
    return orders
        .flatMap(order -> order.items().stream())
        .collect(
            Collectors.groupingBy(
                OrderItem::productDetailId, Collectors.summingLong(OrderItem::quantity)));
  }

  static long allUnits(Stream<Order> orders) {
    return units(orders).values().stream().mapToLong(each -> each).sum();
  }

  static Money money(Stream<Order> orders) {
    return orders.map(Order::paymentAmount).reduce(Money.ZERO, Money::plus);
  }
}
