package io.orderingengine.contract.model;

import io.orderingengine.contract.model.Call.AddOption;
import io.orderingengine.contract.model.Call.AddProduct;
import io.orderingengine.contract.model.Call.AdjustStock;
import io.orderingengine.contract.model.Call.Cancel;
import io.orderingengine.contract.model.Call.ChangePrice;
import io.orderingengine.contract.model.Call.Charge;
import io.orderingengine.contract.model.Call.CreateCoupon;
import io.orderingengine.contract.model.Call.Expire;
import io.orderingengine.contract.model.Call.FindByKey;
import io.orderingengine.contract.model.Call.Issue;
import io.orderingengine.contract.model.Call.PassTime;
import io.orderingengine.contract.model.Call.Pay;
import io.orderingengine.contract.model.Call.Register;
import io.orderingengine.contract.model.Call.SetOnSale;
import io.orderingengine.contract.model.ModelRows.Coupon;
import io.orderingengine.contract.model.ModelRows.Issued;
import io.orderingengine.contract.model.ModelRows.Option;
import io.orderingengine.contract.model.ModelRows.Order;
import io.orderingengine.contract.model.ModelRows.User;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The rules once more, on one thread and plain maps, written from the design and not from the
 * engine: no locks, no store, no deltas. The rules that a test bends are methods of their own.
 */
class Model {
  final ModelRows rows = new ModelRows();
  private final CatalogRules catalogRules = new CatalogRules(this);
  private final OrderRules orderRules = new OrderRules(this);
  private final Map<List<Object>, Used> keys = new HashMap<>();
  final Instant start;
  final Duration unpaidFor;
  Instant now;

  /** A key that was used: for what, and what came of it. */
  private record Used(Object content, String result) {}

  Model(Instant start, Duration unpaidFor) {
    this.start = start;
    this.unpaidFor = unpaidFor;
    now = start;
  }

  /** What the engine should answer to a call. */
  final String answer(Call call) {
    if (call instanceof Register c) {
      return register(c);
    } else if (call instanceof Charge c) {
      return charge(c);
    } else if (call instanceof AddProduct c) {
      return catalogRules.addProduct(c);
    } else if (call instanceof AddOption c) {
      return catalogRules.addOption(c);
    } else if (call instanceof ChangePrice c) {
      return catalogRules.changePrice(c);
    } else if (call instanceof AdjustStock c) {
      return catalogRules.adjustStock(c);
    } else if (call instanceof SetOnSale c) {
      return catalogRules.setOnSale(c);
    } else if (call instanceof CreateCoupon c) {
      return createCoupon(c);
    } else if (call instanceof Issue c) {
      return issue(c);
    } else if (call instanceof Call.Order c) {
      return orderRules.order(c);
    } else if (call instanceof Pay c) {
      return onOrder("pay", c.user(), c.order(), c.key(), orderRules::pay);
    } else if (call instanceof Cancel c) {
      return onOrder("cancel", c.user(), c.order(), c.key(), orderRules::cancel);
    } else if (call instanceof Expire c) {
      return c.max() < 1 ? Text.BAD : orderRules.expire(c.max());
    } else if (call instanceof FindByKey c) {
      Used used = keys.get(List.of("order", c.user(), c.key()));
      return used == null ? Text.NOTHING : used.result();
    }
    now = now.plusSeconds(((PassTime) call).seconds());
    return Text.NOTHING;
  }

  /** Same key, same content: the first result. Rejections are not remembered. */
  final String keyed(
      String kind, long scope, String key, Object content, Supplier<String> command) {
    if (key == null) {
      return command.get();
    }
    List<Object> named = List.of(kind, scope, key);
    Used used = keys.get(named);
    if (used != null) {
      return isSame(used.content(), content) ? used.result() : Text.no("KEY_REUSED", key);
    }
    String result = command.get();
    if (Text.isAccepted(result)) {
      keys.put(named, new Used(content, result));
    }
    return result;
  }

  boolean isSame(Object content, Object other) {
    return content.equals(other);
  }

  /** What the caller cannot see does not exist, whatever key it comes with. */
  private String onOrder(
      String kind, Long caller, long id, String key, Function<Order, String> command) {
    Order order = rows.orders.get(id);
    if (order == null || !isVisible(order, caller)) {
      return Text.no("ORDER_NOT_FOUND", id);
    }
    return keyed(kind, caller == null ? 0 : caller, key, id, () -> command.apply(order));
  }

  boolean isVisible(Order order, Long caller) {
    return caller == null || order.user.id == caller;
  }

  /** A command records one time: the clock's, or the latest that a row it locked has recorded. */
  Instant recorded(Stream<Instant> locked) {
    return locked.reduce(now, (one, other) -> other.isAfter(one) ? other : one);
  }

  boolean isOver(Instant end) {
    return !now.isBefore(end);
  }

  final void write(String what, Object... facts) {
    rows.entries.add(Text.line(what, facts));
  }

  private boolean isTaken(String kind, String externalId) {
    return externalId != null && rows.externalIds.containsKey(kind + externalId);
  }

  final void take(String kind, String externalId, long id) {
    if (externalId != null) {
      rows.externalIds.put(kind + externalId, id);
    }
  }

  final String taken(String kind, String externalId) {
    return isTaken(kind, externalId) ? Text.no("EXTERNAL_ID_TAKEN", externalId) : null;
  }

  // users and balances

  private String register(Register c) {
    if (c.opening() < 0) {
      return Text.BAD;
    }
    List<Object> content = Arrays.asList(c.name(), c.externalId(), c.opening());
    return keyed("register", 0, c.key(), content, () -> known(c));
  }

  private String known(Register c) {
    if (isTaken("user", c.externalId())) {
      return Text.line("user", rows.externalIds.get("user" + c.externalId()));
    }
    User user = new User();
    user.id = rows.users.size() + 1L;
    user.name = c.name();
    user.externalId = c.externalId();
    user.balance = c.opening();
    user.created = now;
    user.modified = now;
    rows.users.put(user.id, user);
    take("user", c.externalId(), user.id);
    write("history", user.id, "CHARGE", c.opening(), null, now);
    write("event", "USER_REGISTERED", user.id, user.id, c.opening(), 0, now);
    return Text.line("user", user.id);
  }

  private String charge(Charge c) {
    return c.amount() < 1
        ? Text.BAD
        : keyed("charge", c.user(), c.key(), c.amount(), () -> chargeOnce(c));
  }

  private String chargeOnce(Charge c) {
    User user = rows.users.get(c.user());
    if (user == null) {
      return Text.no("USER_NOT_FOUND", c.user());
    }
    if (user.balance > Long.MAX_VALUE - c.amount()) {
      return Text.no("AMOUNT_OUT_OF_RANGE", "balance", c.amount());
    }
    Instant at = recorded(Stream.of(user.modified));
    move(user, c.amount(), "CHARGE", null, at);
    write("event", "BALANCE_CHARGED", user.id, user.id, c.amount(), 0, at);
    return Text.line("user", user.id);
  }

  /** A balance is the sum of its history. */
  final void move(User user, long amount, String type, Long issued, Instant at) {
    user.balance += amount;
    user.modified = at;
    write("history", user.id, type, amount, issued, at);
  }

  // coupons

  private String createCoupon(CreateCoupon c) {
    if (c.discount() < 1 || c.quantity() < 1) {
      return Text.BAD;
    }
    List<Object> content =
        Arrays.asList(
            c.discount(),
            c.quantity(),
            c.validSeconds(),
            c.openFrom(),
            c.openUntil(),
            c.externalId());
    return keyed("coupon", 0, c.key(), content, () -> createCouponOnce(c));
  }

  private String createCouponOnce(CreateCoupon c) {
    String no = taken("coupon", c.externalId());
    if (no != null) {
      return no;
    }
    Coupon coupon = new Coupon();
    coupon.id = rows.coupons.size() + 1L;
    coupon.terms = c;
    coupon.quantity = c.quantity();
    coupon.created = now;
    coupon.modified = now;
    rows.coupons.put(coupon.id, coupon);
    take("coupon", c.externalId(), coupon.id);
    write("event", "COUPON_CREATED", coupon.id, 0, c.quantity(), 0, now);
    return Text.line("coupon", coupon.id);
  }

  private String issue(Issue c) {
    return keyed("issue", c.user(), c.key(), c.coupon(), () -> issueOnce(c));
  }

  private String issueOnce(Issue c) {
    Coupon coupon = rows.coupons.get(c.coupon());
    User user = rows.users.get(c.user());
    if (coupon == null) {
      return Text.no("COUPON_NOT_FOUND");
    }
    if (user == null) {
      return Text.no("USER_NOT_FOUND", c.user());
    }
    for (Issued held : rows.issued.values()) {
      if (held.user == user && held.coupon == coupon) {
        return Text.line("issued", held.id);
      }
    }
    if (!isOpen(coupon)) {
      return Text.no(
          "COUPON_NOT_OPEN",
          coupon.id,
          time(coupon.terms.openFrom()),
          time(coupon.terms.openUntil()));
    }
    return hasLeft(coupon) ? issue(coupon, user) : Text.no("COUPON_SOLD_OUT", coupon.id);
  }

  private String issue(Coupon coupon, User user) {
    Issued issued = new Issued();
    issued.id = rows.issued.size() + 1L;
    issued.user = user;
    issued.coupon = coupon;
    issued.created = recorded(Stream.of(coupon.modified));
    issued.expires = issued.created.plusSeconds(coupon.terms.validSeconds());
    rows.issued.put(issued.id, issued);
    coupon.quantity--;
    coupon.modified = issued.created;
    write("event", "COUPON_ISSUED", issued.id, user.id, 0, 0, issued.created);
    return Text.line("issued", issued.id);
  }

  boolean hasLeft(Coupon coupon) {
    return coupon.quantity > 0;
  }

  boolean isOpen(Coupon coupon) {
    Instant from = time(coupon.terms.openFrom());
    Instant until = time(coupon.terms.openUntil());
    return (from == null || !now.isBefore(from)) && (until == null || now.isBefore(until));
  }

  private Instant time(Long seconds) {
    return seconds == null ? null : start.plusSeconds(seconds);
  }

  // what a test bends of the rules of orders

  boolean suffices(Option option, long quantity) {
    return option.stock >= quantity;
  }

  long discount(long price, long total) {
    return Math.min(price, total);
  }

  boolean isOwner(Issued issued, User user) {
    return issued.user == user;
  }

  void giveBack(Issued issued) {
    issued.used = false;
    issued.usedAt = null;
  }

  void refund(Order order, Instant at) {
    move(order.user, order.amount(), "REFUND", null, at);
  }
}
