package io.orderingengine.examples.replay;

import io.orderingengine.order.Order;
import io.orderingengine.value.Money;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The money of each period: what the orders in the store cost, by the dates of their invoices, and
 * what the matched returns brought back. (The engine's own dates are those of the replay.)
 */
record Sales(Period period, List<Bar> bars) {

  /**
   * One period.
   *
   * @param begin its first day
   */
  record Bar(LocalDate begin, Money sold, Money returned) {}

  /** The sales of a replay, with a bar for periods without any too; none if no order has a date. */
  static Sales of(Plan plan, Ledger ledger) {
    NavigableMap<LocalDate, Money> sold = sold(plan, ledger);
    NavigableMap<LocalDate, Money> returned = new TreeMap<>();
    plan.returns().stream()
        .flatMap(each -> each.lines().stream())
        .forEach(line -> add(returned, line.date(), Money.ZERO.minus(line.money())));
    if (sold.isEmpty()) {
      return new Sales(Period.DAY, List.of());
    }
    LocalDate first = sold.firstKey();
    LocalDate last = latest(sold.lastKey(), returned);
    Period period = Period.between(first, last);
    List<Bar> bars =
        period.all(first, last).stream()
            .map(begin -> new Bar(begin, sum(period, begin, sold), sum(period, begin, returned)))
            .toList();
    return new Sales(period, bars);
  }

  private static NavigableMap<LocalDate, Money> sold(Plan plan, Ledger ledger) {
    Map<String, @Nullable LocalDate> dates = new HashMap<>();
    plan.buyers().stream()
        .flatMap(Buyer::baskets)
        .forEach(basket -> dates.put(basket.name(), basket.date()));
    NavigableMap<LocalDate, Money> sold = new TreeMap<>();
    for (Order order : ledger.orders().toList()) {
      add(sold, dates.get(Ledger.name(order)), order.paymentAmount());
    }
    return sold;
  }

  private static void add(Map<LocalDate, Money> days, @Nullable LocalDate day, Money money) {
    if (day != null) {
      days.merge(day, money, Money::plus);
    }
  }

  private static LocalDate latest(LocalDate day, NavigableMap<LocalDate, Money> days) {
    return days.isEmpty() || days.lastKey().isBefore(day) ? day : days.lastKey();
  }

  private static Money sum(Period period, LocalDate begin, NavigableMap<LocalDate, Money> days) {
    return days.subMap(begin, period.next(begin)).values().stream().reduce(Money.ZERO, Money::plus);
  }

  Money sold() {
    return bars.stream().map(Bar::sold).reduce(Money.ZERO, Money::plus);
  }

  Money returned() {
    return bars.stream().map(Bar::returned).reduce(Money.ZERO, Money::plus);
  }
}
