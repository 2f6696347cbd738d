package io.orderingengine.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderingengine.OrderingEngine;
import io.orderingengine.catalog.NewProduct;
import io.orderingengine.catalog.Product;
import io.orderingengine.catalog.ProductDetail;
import io.orderingengine.catalog.ProductDetailId;
import io.orderingengine.catalog.ProductId;
import io.orderingengine.coupon.CouponId;
import io.orderingengine.coupon.IssuedCoupon;
import io.orderingengine.coupon.IssuedCouponId;
import io.orderingengine.coupon.NewCoupon;
import io.orderingengine.order.Checkout;
import io.orderingengine.order.Order;
import io.orderingengine.order.OrderId;
import io.orderingengine.order.OrderStatus;
import io.orderingengine.order.PaymentStatus;
import io.orderingengine.spi.IssuedCouponRow;
import io.orderingengine.spi.OrderItemRow;
import io.orderingengine.spi.OrderRow;
import io.orderingengine.spi.OrderingStore;
import io.orderingengine.spi.Row;
import io.orderingengine.spi.Table;
import io.orderingengine.user.NewUser;
import io.orderingengine.user.UserId;
import io.orderingengine.value.Money;
import io.orderingengine.value.Outcome;
import io.orderingengine.value.PageRequest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/**
 * What many callers do at once, and what must be true of the rows afterwards. Each race asserts
 * what it is about in words of its own, from rows read after the engine was closed and the store
 * opened anew; that everything else adds up is asserted last.
 */
final class Races implements AutoCloseable {
  static final String SOLD_IS_TAKEN = "units sold = units taken from the stock";
  static final String COUPON_ONCE = "orders that use the one coupon";
  static final String SPENT_ONCE = "money spent of the one balance";
  static final String ISSUED_TO_LIMIT = "coupons issued = the limit";
  static final String ONE_ORDER = "orders made under the one key";
  static final String CANCELLED_ONCE = "stock and balance after the one cancellation";
  static final String EXPIRED_ONCE =
      "orders expired, as the callers counted and as the stock shows";
  static final String NO_DEADLOCK = "callers that failed";
  static final String WHOLE = "reads that saw half of a transaction";

  private static final int CALLERS = 64;

  private final StoreFixture fixture;
  private final SettableClock clock = new SettableClock(StoreContract.START);
  private OrderingStore store;
  private OrderingEngine engine;

  Races(StoreFixture fixture) {
    this.fixture = fixture;
    store = fixture.open();
    engine = StoreContract.engine(store, clock);
  }

  @Override
  public void close() {
    engine.close();
    fixture.close();
  }

  private void reopen() {
    engine.close();
    store = fixture.open();
    engine = StoreContract.engine(store, clock);
  }

  private UserId user(long balance) {
    NewUser user = NewUser.named("Ada").openingBalance(Money.of(balance));
    return engine.users().register(user).orElseThrow().id();
  }

  private List<UserId> users(int count) {
    return IntStream.range(0, count).mapToObj(i -> user(1_000)).toList();
  }

  private List<ProductDetailId> options(int count, long stock) {
    NewProduct product = NewProduct.of("Acme", "Mug");
    for (int i = 0; i < count; i++) {
      product = product.option("colour " + i, Money.of(1), stock);
    }
    Product added = engine.catalog().add(product).orElseThrow();
    return added.details().stream().map(ProductDetail::id).toList();
  }

  private long stock(ProductDetailId option) {
    return engine.catalog().findDetail(option).orElseThrow().stock();
  }

  private <R extends Row> List<R> rows(Table<R> table) {
    return Conservation.rows(store.queries(), table);
  }

  private static <T> long accepted(Collection<Outcome<T>> outcomes) {
    return outcomes.stream().filter(Outcome::isAccepted).count();
  }

  private static <T> List<T> all(List<List<T>> lists) {
    return lists.stream().flatMap(List::stream).toList();
  }

  /** 64 callers want more of one SKU than there is. */
  void oneSku() {
    ProductDetailId sku = options(1, 200).get(0);
    List<UserId> users = users(CALLERS);
    List<Outcome<Order>> told =
        all(
            Crowd.of(
                CALLERS,
                i ->
                    IntStream.rangeClosed(1, 3)
                        .mapToObj(
                            units ->
                                engine
                                    .orders()
                                    .checkout(Checkout.by(users.get(i)).item(sku, units)))
                        .toList()));
    reopen();
    long sold = rows(Table.ORDER_ITEMS).stream().mapToLong(OrderItemRow::quantity).sum();
    assertThat(sold).as(SOLD_IS_TAKEN).isEqualTo(200 - stock(sku)).isLessThanOrEqualTo(200);
    assertThat(rows(Table.ORDERS)).as("orders told = orders kept").hasSize((int) accepted(told));
    assertThat(accepted(told)).as("some were refused").isPositive().isLessThan(told.size());
    Conservation.assertHolds(store);
  }

  /** 64 callers use one coupon. */
  void oneCoupon() {
    UserId ada = user(1_000_000);
    List<ProductDetailId> options = options(CALLERS, 1);
    CouponId coupon = engine.coupons().create(NewCoupon.of(Money.of(1), 1)).orElseThrow().id();
    IssuedCouponId mine = engine.coupons().issue(coupon, ada).orElseThrow().id();
    List<Outcome<Order>> told =
        Crowd.of(
            CALLERS,
            i -> engine.orders().checkout(Checkout.by(ada).item(options.get(i), 1).coupon(mine)));
    reopen();
    List<OrderRow> using =
        rows(Table.ORDERS).stream().filter(order -> order.issuedCouponId() != null).toList();
    assertThat(using).as(COUPON_ONCE).hasSize(1);
    assertThat(accepted(told)).isEqualTo(1);
    Conservation.assertHolds(store);
  }

  /** 64 callers spend one balance that suffices for ten. */
  void oneBalance() {
    UserId ada = user(10);
    List<ProductDetailId> options = options(CALLERS, 1);
    List<Outcome<Order>> told =
        Crowd.of(CALLERS, i -> engine.orders().checkout(Checkout.by(ada).item(options.get(i), 1)));
    reopen();
    long spent = rows(Table.ORDERS).stream().mapToLong(OrderRow::paymentAmount).sum();
    long left = engine.balances().find(ada).orElseThrow().balance().amount();
    assertThat(List.of(spent, left)).as(SPENT_ONCE).isEqualTo(List.of(10L, 0L));
    assertThat(accepted(told)).isEqualTo(10);
    Conservation.assertHolds(store);
  }

  /** Many users, by default 10,000, ask for 100 coupons, each of them twice. */
  void firstComeFirstServed(int people) {
    CouponId coupon = engine.coupons().create(NewCoupon.of(Money.of(1), 100)).orElseThrow().id();
    List<UserId> users = users(people);
    var next = new AtomicInteger();
    List<Outcome<IssuedCoupon>> told = all(Crowd.of(CALLERS, i -> issueAll(coupon, users, next)));
    reopen();
    List<IssuedCouponRow> issued = rows(Table.ISSUED_COUPONS);
    assertThat(issued).as(ISSUED_TO_LIMIT).hasSize(100);
    assertThat(issued.stream().map(IssuedCouponRow::userId).distinct()).hasSize(100);
    assertThat(accepted(told)).as("both askings of the 100 were answered").isEqualTo(200);
    assertThat(told).hasSize(2 * people);
    Conservation.assertHolds(store);
  }

  private List<Outcome<IssuedCoupon>> issueAll(
      CouponId coupon, List<UserId> users, AtomicInteger next) {
    List<Outcome<IssuedCoupon>> told = new ArrayList<>();
    for (int i = next.getAndIncrement(); i < users.size(); i = next.getAndIncrement()) {
      told.add(engine.coupons().issue(coupon, users.get(i)));
      told.add(engine.coupons().issue(coupon, users.get(i)));
    }
    return told;
  }

  /** 64 callers send one command under one key. */
  void equalKeys() {
    UserId ada = user(1_000);
    Checkout cart = Checkout.by(ada).item(options(1, 100).get(0), 1).key("cart-17");
    List<Order> told = Crowd.of(CALLERS, i -> engine.orders().checkout(cart).orElseThrow());
    reopen();
    assertThat(rows(Table.ORDERS)).as(ONE_ORDER).hasSize(1);
    assertThat(told).as("64 equal answers").containsOnly(told.get(0));
    assertThat(engine.orders().find(told.get(0).id())).contains(told.get(0));
    Conservation.assertHolds(store);
  }

  /** Half of 64 callers pay an order that the other half cancels; sixteen orders, one by one. */
  void cancelAgainstPay() {
    UserId ada = user(1_000);
    ProductDetailId sku = options(1, 10).get(0);
    for (int round = 0; round < 16; round++) {
      Order order = engine.orders().place(Checkout.by(ada).item(sku, 3)).orElseThrow();
      List<Outcome<Order>> told = Crowd.of(CALLERS, i -> payOrCancel(i, order.id()));
      assertCancelledOnce(order.id(), told);
    }
    reopen();
    long balance = engine.balances().find(ada).orElseThrow().balance().amount();
    assertThat(List.of(stock(sku), balance)).as(CANCELLED_ONCE).isEqualTo(List.of(10L, 1_000L));
    Conservation.assertHolds(store);
  }

  private Outcome<Order> payOrCancel(int caller, OrderId order) {
    return caller % 2 == 0 ? engine.orders().pay(order) : engine.orders().cancel(order);
  }

  private void assertCancelledOnce(OrderId id, List<Outcome<Order>> told) {
    Order order = engine.orders().find(id).orElseThrow();
    boolean paid = order.payment().paidAt() != null;
    assertThat(accepted(told)).as(CANCELLED_ONCE).isEqualTo(paid ? 2 : 1);
    assertThat(order.status()).isEqualTo(OrderStatus.CANCELLED);
    assertThat(order.payment().status())
        .isEqualTo(paid ? PaymentStatus.REFUNDED : PaymentStatus.CANCELLED);
  }

  /** Callers expire the same unpaid orders. */
  void twoExpirers() {
    UserId ada = user(0);
    ProductDetailId sku = options(1, 200).get(0);
    for (int i = 0; i < 200; i++) {
      engine.orders().place(Checkout.by(ada).item(sku, 1)).orElseThrow();
    }
    clock.advance(StoreContract.UNPAID_FOR);
    List<Integer> told = Crowd.of(4, i -> expireAll());
    reopen();
    long expired = told.stream().mapToLong(Integer::longValue).sum();
    assertThat(List.of(expired, stock(sku))).as(EXPIRED_ONCE).isEqualTo(List.of(200L, 200L));
    Conservation.assertHolds(store);
  }

  /** Some expirers may find only what another has just taken, so each looks until none is left. */
  private int expireAll() {
    int expired = 0;
    while (!store.queries().expiredOrders(clock.instant(), 1).isEmpty()) {
      expired += engine.orders().expireUnpaid(7);
    }
    return expired;
  }

  /** 64 callers buy carts of many lines, each in an order of its own. */
  void shuffledCarts() {
    List<ProductDetailId> options = options(8, 300);
    List<UserId> users = users(CALLERS);
    List<Outcome<Order>> told =
        all(Crowd.of(CALLERS, i -> buyShuffled(users.get(i), options, new Random(i))));
    reopen();
    long sold = rows(Table.ORDER_ITEMS).stream().mapToLong(OrderItemRow::quantity).sum();
    long left = options.stream().mapToLong(this::stock).sum();
    assertThat(sold).as(SOLD_IS_TAKEN).isEqualTo(8 * 300 - left);
    assertThat(accepted(told)).as("some were refused").isPositive().isLessThan(told.size());
    Conservation.assertHolds(store);
  }

  private List<Outcome<Order>> buyShuffled(
      UserId user, List<ProductDetailId> options, Random random) {
    List<Outcome<Order>> told = new ArrayList<>();
    for (int order = 0; order < 10; order++) {
      List<ProductDetailId> shuffled = new ArrayList<>(options);
      Collections.shuffle(shuffled, random);
      Checkout cart = Checkout.by(user);
      for (ProductDetailId option : shuffled.subList(0, 2 + random.nextInt(7))) {
        cart = cart.item(option, 1);
      }
      told.add(engine.orders().checkout(cart));
    }
    return told;
  }

  /**
   * Readers look on while pairs of equal stocks are sold, and orders are paid and cancelled. The
   * writers go on until each reader has seen the stock move.
   */
  void readersAmongWriters() {
    List<ProductDetailId> pair = options(2, 1_000_000);
    List<UserId> users = IntStream.range(0, 4).mapToObj(i -> user(1_000_000)).toList();
    var writing = new AtomicInteger(users.size());
    var moved = new CountDownLatch(2);
    List<List<String>> seen =
        Crowd.of(
            users.size() + 2,
            i ->
                i < users.size()
                    ? buyPairs(users.get(i), pair, writing, moved)
                    : read(pair.get(0), users.get(0), writing, moved));
    assertThat(all(seen)).as(WHOLE).isEmpty();
    assertThat(moved.getCount()).as("readers that did not see the stock move").isZero();
    reopen();
    Conservation.assertHolds(store);
  }

  private List<String> buyPairs(
      UserId user, List<ProductDetailId> pair, AtomicInteger writing, CountDownLatch moved) {
    try {
      for (int i = 0; i < 60 || (moved.getCount() > 0 && i < 20_000); i++) {
        Checkout cart = Checkout.by(user).item(pair.get(0), 1).item(pair.get(1), 1);
        OrderId order = engine.orders().place(cart).orElseThrow().id();
        engine.orders().pay(order).orElseThrow();
        if (i % 2 == 0) {
          engine.orders().cancel(order).orElseThrow();
        }
      }
      return List.of();
    } finally {
      writing.decrementAndGet();
    }
  }

  private List<String> read(
      ProductDetailId option, UserId user, AtomicInteger writing, CountDownLatch moved) {
    var torn = new ArrayList<String>();
    ProductId product = engine.catalog().findDetail(option).orElseThrow().productId();
    long first = stock(option);
    boolean hasMoved = false;
    do {
      List<ProductDetail> both = engine.catalog().find(product).orElseThrow().details();
      if (both.get(0).stock() != both.get(1).stock()) {
        torn.add("unequal stocks " + both);
      }
      orders(user).stream().filter(Races::isTorn).forEach(order -> torn.add("torn " + order));
      if (!hasMoved && both.get(0).stock() != first) {
        hasMoved = true;
        moved.countDown();
      }
    } while (writing.get() > 0 && torn.size() < 10);
    if (!hasMoved && !torn.isEmpty()) {
      moved.countDown();
    }
    return torn;
  }

  private List<Order> orders(UserId user) {
    return engine.orders().page(user, PageRequest.newestFirst(5)).items();
  }

  private static boolean isTorn(Order order) {
    boolean fits =
        switch (order.status()) {
          case PLACED -> order.payment().status() == PaymentStatus.PENDING;
          case PAID -> order.payment().status() == PaymentStatus.PAID;
          case CANCELLED -> order.payment().status() == PaymentStatus.REFUNDED;
        };
    return !fits || order.items().size() != 2;
  }
}
