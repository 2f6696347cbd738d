package io.orderingengine.contract.model;

import io.orderingengine.contract.model.Call.Line;
import io.orderingengine.contract.model.ModelRows.Issued;
import io.orderingengine.contract.model.ModelRows.Item;
import io.orderingengine.contract.model.ModelRows.Option;
import io.orderingengine.contract.model.ModelRows.Order;
import io.orderingengine.contract.model.ModelRows.User;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The model's rules of orders. */
final class OrderRules {
  private static final BigInteger MOST = BigInteger.valueOf(Long.MAX_VALUE);

  private static final long MOST_UNITS = 1_000_000_000;

  private final Model model;

  OrderRules(Model model) {
    this.model = model;
  }

  String order(Call.Order c) {
    Map<Long, Long> cart = new LinkedHashMap<>();
    for (Line line : c.lines()) {
      long before = cart.getOrDefault(line.option(), 0L);
      if (line.quantity() < 1 || line.quantity() > MOST_UNITS - before) {
        return Text.BAD;
      }
      cart.put(line.option(), before + line.quantity());
    }
    if (cart.isEmpty()) {
      return Text.BAD;
    }
    List<Object> content =
        Arrays.asList(
            c.paysNow(), Map.copyOf(cart), c.issuedCoupon(), c.expectedTotal(), c.externalId());
    return model.keyed("order", c.user(), c.key(), content, () -> orderOnce(c, cart));
  }

  private String orderOnce(Call.Order c, Map<Long, Long> cart) {
    User user = model.rows.users.get(c.user());
    if (user == null) {
      return Text.no("USER_NOT_FOUND", c.user());
    }
    String no = model.taken("order", c.externalId());
    no = no != null ? no : checkLines(cart);
    no = no != null ? no : checkSum(cart);
    no = no != null ? no : checkTotal(c.expectedTotal(), cart);
    no = no != null ? no : checkCoupon(c.issuedCoupon(), user);
    if (no != null) {
      return no;
    }
    Order order = draft(c, cart, user);
    if (c.paysNow() && user.balance < order.amount()) {
      return Text.no("INSUFFICIENT_BALANCE", user.id, order.amount(), user.balance);
    }
    return accept(order, c.paysNow());
  }

  private String checkLines(Map<Long, Long> cart) {
    for (Map.Entry<Long, Long> line : cart.entrySet()) {
      Option option = model.rows.options.get(line.getKey());
      if (option == null) {
        return Text.no("PRODUCT_DETAIL_NOT_FOUND", line.getKey());
      }
      if (!option.onSale) {
        return Text.no("NOT_FOR_SALE", option.id);
      }
      if (!model.suffices(option, line.getValue())) {
        return Text.no("OUT_OF_STOCK", option.id, line.getValue(), option.stock);
      }
    }
    return null;
  }

  private String checkSum(Map<Long, Long> cart) {
    BigInteger total = BigInteger.ZERO;
    for (Map.Entry<Long, Long> line : cart.entrySet()) {
      long price = model.rows.options.get(line.getKey()).price;
      total = total.add(times(price, line.getValue()));
      if (total.compareTo(MOST) > 0) {
        return Text.no("AMOUNT_OUT_OF_RANGE", "total of the order", price);
      }
    }
    return null;
  }

  private static BigInteger times(long one, long other) {
    return BigInteger.valueOf(one).multiply(BigInteger.valueOf(other));
  }

  private long total(Map<Long, Long> cart) {
    return cart.entrySet().stream()
        .mapToLong(line -> model.rows.options.get(line.getKey()).price * line.getValue())
        .sum();
  }

  private String checkTotal(Long expected, Map<Long, Long> cart) {
    long total = total(cart);
    return expected == null || expected == total ? null : Text.no("TOTAL_CHANGED", expected, total);
  }

  private String checkCoupon(Long id, User user) {
    if (id == null) {
      return null;
    }
    Issued issued = model.rows.issued.get(id);
    if (issued == null || !model.isOwner(issued, user)) {
      return Text.no("COUPON_NOT_FOUND");
    }
    if (issued.used) {
      return Text.no("COUPON_ALREADY_USED", id);
    }
    return model.isOver(issued.expires) ? Text.no("COUPON_EXPIRED", id, issued.expires) : null;
  }

  private Order draft(Call.Order c, Map<Long, Long> cart, User user) {
    Order order = new Order();
    order.user = user;
    order.issued = c.issuedCoupon() == null ? null : model.rows.issued.get(c.issuedCoupon());
    order.externalId = c.externalId();
    order.total = total(cart);
    order.discount =
        order.issued == null
            ? 0
            : model.discount(order.issued.coupon.terms.discount(), order.total);
    order.items = items(cart, order);
    return order;
  }

  /** Largest remainder: shares rounded down, then a unit each to the largest remainders. */
  private List<Item> items(Map<Long, Long> cart, Order order) {
    List<Item> items = new ArrayList<>();
    List<BigInteger> remainders = new ArrayList<>();
    long left = order.discount;
    for (Map.Entry<Long, Long> line : cart.entrySet()) {
      Option option = model.rows.options.get(line.getKey());
      BigInteger[] share = share(order, option.price * line.getValue());
      items.add(new Item(option, option.price, line.getValue(), share[0].longValueExact()));
      remainders.add(share[1]);
      left -= share[0].longValueExact();
    }
    List<Integer> ranked = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      ranked.add(i);
    }
    ranked.sort(Comparator.comparing((Integer i) -> remainders.get(i)).reversed());
    for (int i : ranked.subList(0, (int) left)) {
      Item item = items.get(i);
      items.set(i, new Item(item.option(), item.unitPrice(), item.quantity(), item.share() + 1));
    }
    return items;
  }

  private static BigInteger[] share(Order order, long lineTotal) {
    return order.total == 0
        ? new BigInteger[] {BigInteger.ZERO, BigInteger.ZERO}
        : times(order.discount, lineTotal).divideAndRemainder(BigInteger.valueOf(order.total));
  }

  private String accept(Order order, boolean paysNow) {
    Stream<Instant> locked = order.items.stream().map(item -> item.option().modified);
    locked = order.issued == null ? locked : Stream.concat(locked, Stream.of(order.issued.created));
    locked = paysNow ? Stream.concat(locked, Stream.of(order.user.modified)) : locked;
    Instant at = model.recorded(locked);
    order.id = model.rows.orders.size() + 1L;
    order.created = at;
    order.modified = at;
    order.status = "PLACED";
    order.payment = "PENDING";
    order.expires = paysNow ? null : at.plus(model.unpaidFor);
    for (Item item : order.items) {
      item.option().stock -= item.quantity();
      item.option().modified = at;
    }
    if (order.issued != null) {
      order.issued.used = true;
      order.issued.usedAt = at;
    }
    if (paysNow) {
      settle(order, at);
    }
    model.rows.orders.put(order.id, order);
    model.take("order", order.externalId, order.id);
    write(paysNow ? "ORDER_CHECKED_OUT" : "ORDER_PLACED", order);
    return Text.line("order", order.id);
  }

  private void settle(Order order, Instant at) {
    order.status = "PAID";
    order.payment = "PAID";
    order.paidAt = at;
    Long issued = order.issued == null ? null : (Long) order.issued.id;
    model.move(order.user, -order.amount(), "USE", issued, at);
  }

  private void write(String event, Order order) {
    model.write(
        "event", event, order.id, order.user.id, order.amount(), order.version, order.modified);
  }

  String pay(Order order) {
    if (!order.status.equals("PLACED") || model.isOver(order.expires)) {
      return Text.no("NOT_PAYABLE", order.id, order.status);
    }
    if (order.user.balance < order.amount()) {
      return Text.no("INSUFFICIENT_BALANCE", order.user.id, order.amount(), order.user.balance);
    }
    Instant at = model.recorded(Stream.of(order.modified, order.user.modified));
    order.modified = at;
    order.version++;
    settle(order, at);
    write("ORDER_PAID", order);
    return Text.line("order", order.id);
  }

  String cancel(Order order) {
    boolean paid = order.status.equals("PAID");
    if (order.status.equals("CANCELLED")) {
      return Text.no("NOT_CANCELLABLE", order.id, order.status);
    }
    if (paid && order.user.balance > Long.MAX_VALUE - order.amount()) {
      return Text.no("AMOUNT_OUT_OF_RANGE", "balance", order.amount());
    }
    Instant at = model.recorded(Stream.concat(Stream.of(order.user.modified), recordedBy(order)));
    if (paid) {
      model.refund(order, at);
    }
    undo(order, paid ? "REFUNDED" : "CANCELLED", at);
    write("ORDER_CANCELLED", order);
    return Text.line("order", order.id);
  }

  private static Stream<Instant> recordedBy(Order order) {
    return Stream.concat(
        Stream.of(order.modified), order.items.stream().map(item -> item.option().modified));
  }

  private void undo(Order order, String payment, Instant at) {
    for (Item item : order.items) {
      item.option().stock += item.quantity();
      item.option().modified = at;
    }
    if (order.issued != null) {
      model.giveBack(order.issued);
    }
    order.status = "CANCELLED";
    order.payment = payment;
    order.version++;
    order.modified = at;
  }

  /** The oldest first, all in one step and so at one time. */
  String expire(int max) {
    List<Order> over =
        model.rows.orders.values().stream()
            .filter(order -> order.status.equals("PLACED") && model.isOver(order.expires))
            .sorted(Comparator.comparing(order -> order.expires))
            .limit(max)
            .toList();
    Instant at = model.recorded(over.stream().flatMap(OrderRules::recordedBy));
    for (Order order : over) {
      undo(order, "CANCELLED", at);
      write("ORDER_EXPIRED", order);
    }
    return Text.line("expired", over.size());
  }
}
