package io.orderingengine.contract.model;

import io.orderingengine.OrderingEngine;
import io.orderingengine.balance.Balance;
import io.orderingengine.catalog.NewOption;
import io.orderingengine.catalog.NewProduct;
import io.orderingengine.catalog.Product;
import io.orderingengine.catalog.ProductDetail;
import io.orderingengine.catalog.ProductDetailId;
import io.orderingengine.catalog.ProductId;
import io.orderingengine.contract.SettableClock;
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
import io.orderingengine.contract.model.Call.Line;
import io.orderingengine.contract.model.Call.PassTime;
import io.orderingengine.contract.model.Call.Pay;
import io.orderingengine.contract.model.Call.Register;
import io.orderingengine.contract.model.Call.SetOnSale;
import io.orderingengine.contract.model.Numbers.Kind;
import io.orderingengine.coupon.Coupon;
import io.orderingengine.coupon.CouponId;
import io.orderingengine.coupon.IssuedCoupon;
import io.orderingengine.coupon.IssuedCouponId;
import io.orderingengine.coupon.NewCoupon;
import io.orderingengine.order.Checkout;
import io.orderingengine.order.Order;
import io.orderingengine.order.OrderId;
import io.orderingengine.user.NewUser;
import io.orderingengine.user.User;
import io.orderingengine.user.UserId;
import io.orderingengine.value.IdempotencyKey;
import io.orderingengine.value.Money;
import io.orderingengine.value.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Calls made on an engine, and its answers in the model's words. */
final class EngineSide {
  private final OrderingEngine engine;
  private final SettableClock clock;
  private final Instant start;
  private final Numbers numbers = new Numbers();
  private final Reasons reasons = new Reasons(numbers);
  private final boolean looksUp;

  /**
   * One side of a comparison.
   *
   * @param looksUp whether what is told is compared with what the engine then finds; not where
   *     other calls may come between
   */
  EngineSide(OrderingEngine engine, SettableClock clock, boolean looksUp) {
    this.engine = engine;
    this.clock = clock;
    this.looksUp = looksUp;
    start = clock.instant();
  }

  Numbers numbers() {
    return numbers;
  }

  /**
   * Makes a call. What it returns tells the answer, and numbers what the call has made: so it is to
   * be asked in the order of the calls.
   */
  Supplier<String> make(Call call) {
    try {
      return made(call);
    } catch (IllegalArgumentException e) {
      return () -> Text.BAD;
    }
  }

  private Supplier<String> made(Call call) {
    if (call instanceof Register c) {
      return told(engine.users().register(user(c)), this::user);
    } else if (call instanceof Charge c) {
      return told(charge(c), this::balance);
    } else if (call instanceof AddProduct c) {
      return told(engine.catalog().add(product(c)), this::product);
    } else if (call instanceof AddOption c) {
      return told(
          engine.catalog().addOption(product(c.product()), option(c.option(), c.key())),
          this::option);
    } else if (call instanceof ChangePrice c) {
      return told(changePrice(c), this::option);
    } else if (call instanceof AdjustStock c) {
      return told(adjustStock(c), this::option);
    } else if (call instanceof SetOnSale c) {
      return told(setOnSale(c), this::option);
    } else if (call instanceof CreateCoupon c) {
      return told(engine.coupons().create(coupon(c)), this::coupon);
    } else if (call instanceof Issue c) {
      return told(issue(c), this::issued);
    } else if (call instanceof Call.Order c) {
      return told(
          c.paysNow() ? engine.orders().checkout(cart(c)) : engine.orders().place(cart(c)),
          this::order);
    } else if (call instanceof Pay c) {
      return told(pay(c), this::order);
    } else if (call instanceof Cancel c) {
      return told(cancel(c), this::order);
    } else if (call instanceof Expire c) {
      int expired = engine.orders().expireUnpaid(c.max());
      return () -> Text.line("expired", expired);
    } else if (call instanceof FindByKey c) {
      Optional<Order> found = engine.orders().findByKey(user(c.user()), IdempotencyKey.of(c.key()));
      return () -> found.map(this::order).orElse(Text.NOTHING);
    }
    clock.advance(Duration.ofSeconds(((PassTime) call).seconds()));
    return () -> Text.NOTHING;
  }

  private <T> Supplier<String> told(Outcome<T> outcome, Function<T, String> accepted) {
    return () -> outcome.fold(accepted, reasons::text);
  }

  // answers; each value must be what the engine finds under its id

  private <T> String found(String answer, T told, Supplier<Optional<T>> find) {
    if (!looksUp) {
      return answer;
    }
    Optional<T> found = find.get();
    return found.filter(told::equals).isPresent()
        ? answer
        : answer + " told " + told + " kept " + found;
  }

  private String user(User user) {
    long number = numbers.note(Kind.USER, user.id().value());
    return found(Text.line("user", number), user, () -> engine.users().find(user.id()));
  }

  private String balance(Balance balance) {
    long number = numbers.number(Kind.USER, balance.userId().value());
    return found(
        Text.line("user", number), balance, () -> engine.balances().find(balance.userId()));
  }

  private String product(Product product) {
    long number = numbers.note(Kind.PRODUCT, product.id().value());
    product.details().forEach(detail -> numbers.note(Kind.OPTION, detail.id().value()));
    return found(Text.line("product", number), product, () -> engine.catalog().find(product.id()));
  }

  private String option(ProductDetail option) {
    long number = numbers.note(Kind.OPTION, option.id().value());
    return found(
        Text.line("option", number), option, () -> engine.catalog().findDetail(option.id()));
  }

  private String coupon(Coupon coupon) {
    long number = numbers.note(Kind.COUPON, coupon.id().value());
    return found(Text.line("coupon", number), coupon, () -> engine.coupons().find(coupon.id()));
  }

  private String issued(IssuedCoupon issued) {
    long number = numbers.note(Kind.ISSUED, issued.id().value());
    return found(
        Text.line("issued", number), issued, () -> engine.coupons().findIssued(issued.id()));
  }

  private String order(Order order) {
    long number = numbers.note(Kind.ORDER, order.id().value());
    return found(Text.line("order", number), order, () -> engine.orders().find(order.id()));
  }

  // calls

  private static NewUser user(Register c) {
    NewUser user = NewUser.named(c.name()).openingBalance(Money.of(c.opening()));
    user = c.externalId() == null ? user : user.externalId(c.externalId());
    return c.key() == null ? user : user.key(c.key());
  }

  private Outcome<Balance> charge(Charge c) {
    Money amount = Money.of(c.amount());
    return c.key() == null
        ? engine.balances().charge(user(c.user()), amount)
        : engine.balances().charge(user(c.user()), amount, IdempotencyKey.of(c.key()));
  }

  private static NewProduct product(AddProduct c) {
    NewProduct product = NewProduct.of("Acme", "Mug");
    product = c.externalId() == null ? product : product.externalId(c.externalId());
    for (Call.NewOption option : c.options()) {
      product = product.option(option(option, null));
    }
    return c.key() == null ? product : product.key(c.key());
  }

  private static NewOption option(Call.NewOption c, String key) {
    NewOption option = NewOption.of("red", Money.of(c.price()), c.stock());
    option = c.externalId() == null ? option : option.externalId(c.externalId());
    return key == null ? option : option.key(key);
  }

  private Outcome<ProductDetail> changePrice(ChangePrice c) {
    Money price = Money.of(c.price());
    return c.key() == null
        ? engine.catalog().changePrice(option(c.option()), price)
        : engine.catalog().changePrice(option(c.option()), price, IdempotencyKey.of(c.key()));
  }

  private Outcome<ProductDetail> adjustStock(AdjustStock c) {
    return c.key() == null
        ? engine.catalog().adjustStock(option(c.option()), c.units())
        : engine.catalog().adjustStock(option(c.option()), c.units(), IdempotencyKey.of(c.key()));
  }

  private Outcome<ProductDetail> setOnSale(SetOnSale c) {
    return c.key() == null
        ? engine.catalog().setOnSale(option(c.option()), c.onSale())
        : engine.catalog().setOnSale(option(c.option()), c.onSale(), IdempotencyKey.of(c.key()));
  }

  private NewCoupon coupon(CreateCoupon c) {
    NewCoupon coupon =
        NewCoupon.of(Money.of(c.discount()), c.quantity())
            .validFor(Duration.ofSeconds(c.validSeconds()));
    coupon = c.openFrom() == null ? coupon : coupon.issueFrom(start.plusSeconds(c.openFrom()));
    coupon = c.openUntil() == null ? coupon : coupon.issueUntil(start.plusSeconds(c.openUntil()));
    coupon = c.externalId() == null ? coupon : coupon.externalId(c.externalId());
    return c.key() == null ? coupon : coupon.key(c.key());
  }

  private Outcome<IssuedCoupon> issue(Issue c) {
    CouponId coupon = CouponId.of(numbers.id(Kind.COUPON, c.coupon()));
    return c.key() == null
        ? engine.coupons().issue(coupon, user(c.user()))
        : engine.coupons().issue(coupon, user(c.user()), IdempotencyKey.of(c.key()));
  }

  private Checkout cart(Call.Order c) {
    Checkout cart = Checkout.by(user(c.user()));
    for (Line line : c.lines()) {
      cart = cart.item(option(line.option()), line.quantity());
    }
    cart =
        c.issuedCoupon() == null
            ? cart
            : cart.coupon(IssuedCouponId.of(numbers.id(Kind.ISSUED, c.issuedCoupon())));
    cart = c.expectedTotal() == null ? cart : cart.expectTotal(Money.of(c.expectedTotal()));
    cart = c.externalId() == null ? cart : cart.externalId(c.externalId());
    return c.key() == null ? cart : cart.key(c.key());
  }

  private Outcome<Order> pay(Pay c) {
    OrderId order = OrderId.of(numbers.id(Kind.ORDER, c.order()));
    if (c.user() == null) {
      return c.key() == null
          ? engine.orders().pay(order)
          : engine.orders().pay(order, IdempotencyKey.of(c.key()));
    }
    return c.key() == null
        ? engine.orders().pay(user(c.user()), order)
        : engine.orders().pay(user(c.user()), order, IdempotencyKey.of(c.key()));
  }

  private Outcome<Order> cancel(Cancel c) {
    OrderId order = OrderId.of(numbers.id(Kind.ORDER, c.order()));
    if (c.user() == null) {
      return c.key() == null
          ? engine.orders().cancel(order)
          : engine.orders().cancel(order, IdempotencyKey.of(c.key()));
    }
    return c.key() == null
        ? engine.orders().cancel(user(c.user()), order)
        : engine.orders().cancel(user(c.user()), order, IdempotencyKey.of(c.key()));
  }

  private UserId user(long number) {
    return UserId.of(numbers.id(Kind.USER, number));
  }

  private ProductId product(long number) {
    return ProductId.of(numbers.id(Kind.PRODUCT, number));
  }

  private ProductDetailId option(long number) {
    return ProductDetailId.of(numbers.id(Kind.OPTION, number));
  }
}
