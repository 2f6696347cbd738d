package io.orderingengine.examples.replay;

import io.orderingengine.order.Checkout;
import io.orderingengine.value.Money;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What becomes one order: an invoice, or a part of one that has more options than an order may
 * have. Filled by one thread while the file is read, and not changed from then on.
 */
final class Basket implements Step {
  private final String name;
  private final Line first;
  private final Map<Sku, Long> units = new LinkedHashMap<>();
  private long lines;
  private Money total = Money.ZERO;

  /** An empty basket, under the name that is its idempotency key and its order's external id. */
  Basket(String name, Line first) {
    this.name = name;
    this.first = first;
  }

  boolean takes(Line line) {
    return units.size() < Checkout.MAX_LINES || units.containsKey(line.sku());
  }

  void add(Line line) {
    units.merge(line.sku(), line.units(), Long::sum);
    total = total.plus(line.money());
    lines++;
  }

  String name() {
    return name;
  }

  @Override
  public int number() {
    return first.number();
  }

  /** The customer, or a guest who comes with this invoice alone. */
  @Override
  public String buyer() {
    return first.customer().isEmpty() ? "guest of " + first.invoice() : first.customer();
  }

  @Nullable LocalDate date() {
    return first.date();
  }

  /** The lines of the file that went into it. */
  long lines() {
    return lines;
  }

  /** The units of each option, in the order in which the invoice first names them. */
  Map<Sku, Long> units() {
    return Collections.unmodifiableMap(units);
  }

  long allUnits() {
    return units.values().stream().mapToLong(each -> each).sum();
  }

  Money total() {
    return total;
  }
}
