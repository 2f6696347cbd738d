package io.orderingengine.contract.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the model knows: its entities by their numbers, and what was ever written down. */
final class ModelRows {
  final Map<Long, User> users = new LinkedHashMap<>();
  final Map<Long, Product> products = new LinkedHashMap<>();
  final Map<Long, Option> options = new LinkedHashMap<>();
  final Map<Long, Coupon> coupons = new LinkedHashMap<>();
  final Map<Long, Issued> issued = new LinkedHashMap<>();
  final Map<Long, Order> orders = new LinkedHashMap<>();

  /** Who has an external id, by kind and id. */
  final Map<String, Long> externalIds = new HashMap<>();

  /** History, stock adjustments and events, as they happened. */
  final List<String> entries = new ArrayList<>();

  record Product(long id, String externalId, Instant created) {}

  static final class User {
    long id;
    String name;
    String externalId;
    long balance;
    Instant created;
    Instant modified;
  }

  static final class Option {
    long id;
    long product;
    String externalId;
    long price;
    long stock;
    boolean onSale = true;
    Instant created;
    Instant modified;
  }

  static final class Coupon {
    long id;
    Call.CreateCoupon terms;
    long quantity;
    Instant created;
    Instant modified;
  }

  static final class Issued {
    long id;
    User user;
    Coupon coupon;
    boolean used;
    Instant usedAt;
    Instant expires;
    Instant created;
  }

  record Item(Option option, long unitPrice, long quantity, long share) {}

  static final class Order {
    long id;
    User user;
    Issued issued;
    String status;
    String payment;
    List<Item> items;
    long total;
    long discount;
    String externalId;
    Instant expires;
    Instant paidAt;
    long version = 1;
    Instant created;
    Instant modified;

    long amount() {
      return total - discount;
    }
  }

  /** Everything as lines, to be compared with the rows of a store. */
  List<String> lines() {
    List<String> lines = new ArrayList<>(entries);
    for (User u : users.values()) {
      lines.add(Text.line("user", u.id, u.name, u.externalId, u.created));
      lines.add(Text.line("balance", u.id, u.balance, u.created, u.modified));
    }
    products
        .values()
        .forEach(p -> lines.add(Text.line("product", p.id(), p.externalId(), p.created())));
    for (Option o : options.values()) {
      lines.add(
          Text.line(
              "option",
              o.id,
              o.product,
              o.price,
              o.stock,
              o.onSale,
              o.externalId,
              o.created,
              o.modified));
    }
    for (Coupon c : coupons.values()) {
      lines.add(
          Text.line(
              "coupon",
              c.id,
              c.terms.discount(),
              c.quantity,
              c.terms.quantity(),
              c.terms.validSeconds(),
              c.terms.externalId(),
              c.created,
              c.modified));
    }
    for (Issued i : issued.values()) {
      lines.add(
          Text.line(
              "issued",
              i.id,
              i.user.id,
              i.coupon.id,
              i.used ? "USED" : "ISSUED",
              i.usedAt,
              i.expires,
              i.created));
    }
    orders.values().forEach(order -> addOrder(order, lines));
    return lines.stream().sorted().toList();
  }

  private static void addOrder(Order o, List<String> lines) {
    lines.add(
        Text.line(
            "order",
            o.id,
            o.user.id,
            o.issued == null ? null : o.issued.id,
            o.status,
            o.total,
            o.discount,
            o.amount(),
            o.externalId,
            o.expires,
            o.version,
            o.created,
            o.modified));
    for (Item i : o.items) {
      lines.add(Text.line("item", o.id, i.option().id, i.unitPrice(), i.quantity(), i.share()));
    }
    lines.add(Text.line("payment", o.id, o.payment, o.amount(), o.paidAt, o.created, o.modified));
  }
}
