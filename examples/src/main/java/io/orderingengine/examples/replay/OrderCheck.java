package io.orderingengine.examples.replay;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import io.orderingengine.examples.console.Figures;
import io.orderingengine.examples.console.Finding;
import io.orderingengine.examples.replay.Ledger.Account;
import io.orderingengine.order.Order;
import io.orderingengine.order.OrderStatus;
import io.orderingengine.value.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Each invoice is its order, and the orders add up to the lines that were accepted. */
final class OrderCheck {
  private final Plan plan;
  private final Ledger ledger;

  private OrderCheck(Plan plan, Ledger ledger) {
    this.plan = plan;
    this.ledger = ledger;
  }

  static List<Finding> of(Plan plan, Replay replay, Ledger ledger) {
    var check = new OrderCheck(plan, ledger);
    return List.of(
        refusals(replay),
        check.invoices(),
        check.sum("sold", ledger.orders().toList(), Category.SOLD, 1),
        check.sum("cancelled", ledger.cancelled().toList(), Category.CANCELLED, -1));
  }

  private static Finding refusals(Replay replay) {
    var check = new Finding.Check("refusals");
    replay.refusals().forEach(check::drift);
    return check.end("none");
  }

  private Finding invoices() {
    var check = new Finding.Check("invoices");
    for (int i = 0; i < plan.buyers().size(); i++) {
      compare(plan.buyers().get(i), ledger.accounts().get(i), check);
    }
    long baskets = plan.buyers().stream().flatMap(Buyer::baskets).count();
    check.compare("orders", baskets, ledger.orders().count());
    return check.end(Figures.count(baskets) + ", each one order, each customer's in file order");
  }

  private static void compare(Buyer buyer, Account account, Finding.Check check) {
    Map<String, Order> orders =
        account.orders().stream().collect(toMap(Ledger::name, each -> each, (one, twin) -> one));
    Set<Basket> cancelled = buyer.cancellations().map(Return::from).collect(toSet());
    Instant last = Instant.EPOCH;
    for (Basket basket : buyer.baskets().toList()) {
      Order order = orders.get(basket.name());
      String wanted = shown(basket, cancelled.contains(basket));
      check.compare("invoice " + basket.name(), wanted, order == null ? "nothing" : shown(order));
      Instant ordered = order == null ? last : order.createdAt();
      if (ordered.isBefore(last)) {
        check.drift("invoice " + basket.name() + " was ordered before the one above it");
      }
      last = ordered;
    }
  }

  private static String shown(Basket basket, boolean cancelled) {
    OrderStatus status = cancelled ? OrderStatus.CANCELLED : OrderStatus.PAID;
    return shown(basket.allUnits(), basket.total(), status);
  }

  private static String shown(Order order) {
    return shown(Ledger.allUnits(Stream.of(order)), order.paymentAmount(), order.status());
  }

  private static String shown(long units, Money money, OrderStatus status) {
    return "%s for %s, %s".formatted(Figures.count(units, "unit"), Figures.money(money), status);
  }

  /** What orders add up to is what the lines of a category do, in which returns are negative. */
  private Finding sum(String subject, List<Order> orders, Category category, int sign) {
    Lines lines = plan.tally().of(category);
    long units = Ledger.allUnits(orders.stream());
    Money money = Ledger.money(orders.stream());
    var check = new Finding.Check(subject);
    check.compare("units", sign * lines.units(), units);
    BigDecimal wanted = lines.money().multiply(BigDecimal.valueOf(sign));
    check.compare("money", Figures.money(wanted), Figures.money(money));
    return check.end(
        "%s for %s in %s = the category '%s'"
            .formatted(
                Figures.count(units, "unit"),
                Figures.money(money),
                Figures.count(orders.size(), "order"),
                category));
  }
}
