package io.orderingengine.jdbi;

import io.orderingengine.OrderingEngine;
import io.orderingengine.balance.Balance;
import io.orderingengine.catalog.ProductDetailId;
import io.orderingengine.contract.Crowd;
import io.orderingengine.coupon.CouponId;
import io.orderingengine.coupon.IssuedCouponId;
import io.orderingengine.order.Checkout;
import io.orderingengine.order.Order;
import io.orderingengine.order.OrderId;
import io.orderingengine.spi.Row;
import io.orderingengine.spi.Table;
import io.orderingengine.user.UserId;
import io.orderingengine.value.IdempotencyKey;
import io.orderingengine.value.Money;
import io.orderingengine.value.Outcome;
import io.orderingengine.value.PageRequest;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.function.ToLongFunction;
import javax.sql.DataSource;
import org.mariadb.jdbc.MariaDbDataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * One of two processes that sell the same things at the same time: it says when it is ready, begins
 * when it is told to, and prints at the end what its callers were told.
 *
 * <p>The shop it finds was made by {@link TillShop}. Its callers go through numbers that are the
 * same in both processes, and so make the same calls under the same keys at about the same time.
 */
final class TillMain {
  static final String READY = "ready";
  static final int CALLERS = 8;

  private static final int ROUNDS = 12;
  private static final Duration UNPAID_FOR = Duration.ofMillis(40);

  private final OrderingEngine engine;
  private final int till;
  private final List<UserId> users;
  private final List<ProductDetailId> skus;
  private final List<CouponId> coupons;

  private TillMain(WatchedStore store, int till) {
    this.till = till;
    engine = OrderingEngine.builder().store(store).unpaidOrdersExpireAfter(UNPAID_FOR).build();
    users = ids(store, Table.USERS).stream().map(UserId::new).toList();
    skus = ids(store, Table.PRODUCT_DETAILS).stream().map(ProductDetailId::new).toList();
    coupons = ids(store, Table.COUPONS).stream().map(CouponId::new).toList();
  }

  private static List<Long> ids(WatchedStore store, Table<?> table) {
    return store.queries().chunk(table, 0, TillShop.ALL).stream().map(Row::id).toList();
  }

  public static void main(String[] arguments) throws IOException, SQLException {
    DataSource database = dataSource(arguments[0]);
    try (var pool = TestDatabase.pool(database)) {
      var store =
          new WatchedStore(
              JdbiStore.ownTransactions(pool)
                  .tablePrefix(arguments[1])
                  .lockTimeout(TestDatabase.LOCK_TIMEOUT)
                  .build());
      var main = new TillMain(store, Integer.parseInt(arguments[2]));
      System.out.println(READY);
      new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
      List<List<Told>> told = Crowd.of(CALLERS, main::sell);
      told.forEach(one -> one.forEach(System.out::println));
      store.conflicts().forEach(lost -> System.out.println(Told.failed("conflict", lost)));
      main.engine.close();
    }
  }

  private static DataSource dataSource(String url) throws SQLException {
    if (url.startsWith("jdbc:mariadb:")) {
      return new MariaDbDataSource(url);
    }
    var dataSource = new PGSimpleDataSource();
    dataSource.setURL(url);
    return dataSource;
  }

  private List<Told> sell(int caller) {
    var random = new Random(1_000L * till + caller);
    List<Told> told = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      new Round(round * CALLERS + caller, random, told).run();
    }
    return told;
  }

  /**
   * The calls of one number. What has a key has one name in both processes, and but for {@code
   * twisted} the same content; the name of any other call tells its process.
   */
  private final class Round {
    private final int number;
    private final Random random;
    private final Random shared;
    private final List<Told> told;

    Round(int number, Random random, List<Told> told) {
      this.number = number;
      this.random = random;
      this.told = told;
      shared = new Random(number);
    }

    void run() {
      UserId rich = users.get(number % TillShop.RICH);
      UserId any = users.get(number % users.size());
      checkout("sure-" + number, plenty(rich, 1).key("sure-" + number));
      checkout("scarce-" + number, scarce(any, shared).key("scarce-" + number));
      checkout(own("own"), scarce(users.get(random.nextInt(users.size())), random));
      checkout(own("named"), plenty(rich, 1).externalId("named-" + number));
      coupon(any);
      checkout("twisted-" + number, plenty(rich, 1 + till).key("twisted-" + number));
      payAndCancel(rich);
      another(any);
      charge(any);
      if (number % 4 == 0) {
        ProductDetailId sku = skus.get(number % TillShop.SCARCE);
        add(
            own("stock"),
            () -> engine.catalog().adjustStock(sku, 1),
            detail -> detail.id().value());
      }
      add(own("expired"), () -> Outcome.accepted(engine.orders().expireUnpaid(5)), count -> count);
    }

    private String own(String kind) {
      return kind + "-" + number + "@" + till;
    }

    /** Of several options, in any order, of which there are not enough. */
    private Checkout scarce(UserId user, Random any) {
      List<ProductDetailId> shuffled = new ArrayList<>(skus.subList(0, TillShop.SCARCE));
      Collections.shuffle(shuffled, any);
      Checkout cart = Checkout.by(user);
      for (ProductDetailId sku : shuffled.subList(0, 2 + any.nextInt(TillShop.SCARCE - 1))) {
        cart = cart.item(sku, 1 + any.nextInt(2));
      }
      return cart;
    }

    /** Of all options of which there are enough. */
    private Checkout plenty(UserId user, long quantity) {
      Checkout cart = Checkout.by(user);
      for (ProductDetailId sku : skus.subList(TillShop.SCARCE, skus.size())) {
        cart = cart.item(sku, quantity);
      }
      return cart;
    }

    private Told checkout(String name, Checkout cart) {
      return order(name, () -> engine.orders().checkout(cart));
    }

    private Told order(String name, Callable<Outcome<Order>> call) {
      return add(name, call, order -> order.id().value());
    }

    private <T> Told add(String name, Callable<Outcome<T>> call, ToLongFunction<T> id) {
      Told one = Told.of(name, call, id);
      told.add(one);
      return one;
    }

    /** Both processes want the same coupon for the same user, and use it. */
    private void coupon(UserId user) {
      CouponId coupon = coupons.get(number % coupons.size());
      Told issued =
          add(
              "issued-" + number,
              () -> engine.coupons().issue(coupon, user),
              one -> one.id().value());
      if (issued.isAccepted()) {
        checkout(own("used"), plenty(user, 1).coupon(new IssuedCouponId(issued.id())));
      }
    }

    /**
     * Both processes place the same order; one pays it and the other cancels it, or nobody does.
     */
    private void payAndCancel(UserId user) {
      Told placed =
          order(
              "placed-" + number,
              () -> engine.orders().place(plenty(user, 1).key("placed-" + number)));
      if (placed.isAccepted() && number % 4 != 0) {
        var id = new OrderId(placed.id());
        boolean pays = number % 2 == till;
        order(
            own("ended"), () -> pays ? engine.orders().pay(user, id) : engine.orders().cancel(id));
      }
    }

    /** Pays or cancels what the user ordered last, in whichever process. */
    private void another(UserId user) {
      for (Order order : engine.orders().page(user, PageRequest.newestFirst(1)).items()) {
        boolean pays = random.nextInt(4) == 0;
        order(
            own("another"),
            () ->
                pays ? engine.orders().pay(order.id()) : engine.orders().cancel(user, order.id()));
      }
    }

    private void charge(UserId user) {
      IdempotencyKey key = IdempotencyKey.of("charged-" + number);
      Callable<Outcome<Balance>> call =
          () -> engine.balances().charge(user, Money.of(TillShop.CHARGE), key);
      add("charged-" + number, call, balance -> balance.id().value());
    }
  }
}
