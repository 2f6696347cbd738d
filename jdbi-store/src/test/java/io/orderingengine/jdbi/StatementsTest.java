package io.orderingengine.jdbi;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderingengine.OrderingEngine;
import io.orderingengine.catalog.NewProduct;
import io.orderingengine.catalog.ProductDetail;
import io.orderingengine.catalog.ProductDetailId;
import io.orderingengine.contract.SettableClock;
import io.orderingengine.coupon.CouponId;
import io.orderingengine.coupon.IssuedCouponId;
import io.orderingengine.coupon.NewCoupon;
import io.orderingengine.order.Checkout;
import io.orderingengine.order.OrderId;
import io.orderingengine.user.NewUser;
import io.orderingengine.user.UserId;
import io.orderingengine.value.IdempotencyKey;
import io.orderingengine.value.Money;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * What a command costs: as many statements and round trips for fifty lines as for one, on a
 * connection and an engine that have worked before.
 */
class StatementsTest {
  private static final int MANY = 50;
  private static final int TIMES_BEFORE = 10;
  private static final int TIMES = 2;

  /** A command's cost, commits included. */
  private record Cost(int statements, int roundTrips) {
    Cost minus(Cost other) {
      return new Cost(statements - other.statements, roundTrips - other.roundTrips);
    }
  }

  /** Everything that commands need, and the commands. */
  private static final class Shop {
    private final SettableClock clock = new SettableClock(Instant.parse("2026-03-01T10:00:00Z"));
    private final OrderingEngine engine;
    private final UserId ada;
    private final List<ProductDetailId> options;

    Shop(JdbiStore store) {
      engine =
          OrderingEngine.builder()
              .store(store)
              .clock(clock)
              .unpaidOrdersExpireAfter(Duration.ofMinutes(30))
              .build();
      NewUser user = NewUser.named("Ada").openingBalance(Money.of(1_000_000_000));
      ada = engine.users().register(user).orElseThrow().id();
      NewProduct product = NewProduct.of("Acme", "Mug");
      for (int i = 0; i < MANY; i++) {
        product = product.option("colour " + i, Money.of(10), 1_000_000);
      }
      options =
          engine.catalog().add(product).orElseThrow().details().stream()
              .map(ProductDetail::id)
              .toList();
    }

    private static IdempotencyKey key() {
      return IdempotencyKey.of(UUID.randomUUID().toString());
    }

    private CouponId coupon() {
      return engine.coupons().create(NewCoupon.of(Money.of(5), 1)).orElseThrow().id();
    }

    private Checkout cart(int lines) {
      IssuedCouponId mine = engine.coupons().issue(coupon(), ada).orElseThrow().id();
      Checkout cart = Checkout.by(ada).coupon(mine).key(key().value());
      for (ProductDetailId option : options.subList(0, lines)) {
        cart = cart.item(option, 1);
      }
      return cart;
    }

    private OrderId placed(int lines) {
      return engine.orders().place(cart(lines)).orElseThrow().id();
    }

    Runnable checkout(int lines) {
      Checkout cart = cart(lines);
      return () -> engine.orders().checkout(cart).orElseThrow();
    }

    Runnable place(int lines) {
      Checkout cart = cart(lines);
      return () -> engine.orders().place(cart).orElseThrow();
    }

    Runnable pay(int lines) {
      OrderId order = placed(lines);
      return () -> engine.orders().pay(ada, order, key()).orElseThrow();
    }

    Runnable cancel(int lines) {
      OrderId order = engine.orders().checkout(cart(lines)).orElseThrow().id();
      return () -> engine.orders().cancel(ada, order, key()).orElseThrow();
    }

    Runnable expire(int orders) {
      clock.advance(Duration.ofHours(1));
      assertThat(engine.orders().expireUnpaid(1_000)).isLessThan(1_000);
      Checkout cart = Checkout.by(ada).item(options.get(0), 1);
      IntStream.range(0, orders).forEach(i -> engine.orders().place(cart).orElseThrow());
      clock.advance(Duration.ofHours(1));
      return () -> assertThat(engine.orders().expireUnpaid(MANY)).isEqualTo(orders);
    }

    Runnable charge() {
      IdempotencyKey key = key();
      return () -> engine.balances().charge(ada, Money.of(1), key).orElseThrow();
    }

    Runnable issue() {
      CouponId coupon = coupon();
      return () -> engine.coupons().issue(coupon, ada, key()).orElseThrow();
    }
  }

  /** A command ready to be run. */
  private interface Ready {
    Runnable make();
  }

  private static Map<String, Cost> costs(Shop shop, Supplier<Cost> sofar) {
    Map<String, Ready> commands = new LinkedHashMap<>();
    for (int lines : List.of(1, MANY)) {
      commands.put("checkout, lines: " + lines, () -> shop.checkout(lines));
      commands.put("place, lines: " + lines, () -> shop.place(lines));
      commands.put("pay, lines: " + lines, () -> shop.pay(lines));
      commands.put("cancel, lines: " + lines, () -> shop.cancel(lines));
      commands.put("expireUnpaid, orders: " + lines, () -> shop.expire(lines));
    }
    commands.put("charge", shop::charge);
    commands.put("issue", shop::issue);
    // All before the first is measured: whatever is made once is made then. The statements of many
    // lines are those of one.
    commands.forEach(
        (name, command) -> {
          if (!name.endsWith(" " + MANY)) {
            IntStream.range(0, TIMES_BEFORE).forEach(i -> command.make().run());
          }
        });
    Map<String, Cost> costs = new LinkedHashMap<>();
    commands.forEach((name, command) -> costs.put(name, cost(command, sofar)));
    return costs;
  }

  /** The least of some runs: once in a thousand ids, a command has to reserve new ones. */
  private static Cost cost(Ready command, Supplier<Cost> sofar) {
    return Stream.generate(command::make)
        .limit(TIMES)
        .map(
            run -> {
              Cost before = sofar.get();
              run.run();
              return sofar.get().minus(before);
            })
        .min(Comparator.comparingInt(Cost::roundTrips).thenComparingInt(Cost::statements))
        .orElseThrow();
  }

  private static void print(String database, Map<String, Cost> costs) {
    System.out.printf("%-28s %12s %12s%n", database, "statements", "round trips");
    costs.forEach(
        (name, cost) ->
            System.out.printf("%-28s %12d %12d%n", name, cost.statements(), cost.roundTrips()));
  }

  private static void assertTheSameForOneAndMany(Map<String, Cost> costs) {
    costs.forEach(
        (name, cost) -> {
          if (name.endsWith(": 1")) {
            assertThat(costs).as(name).containsEntry(name.replace(": 1", ": " + MANY), cost);
          }
        });
  }

  @Test
  void onH2() throws SQLException {
    try (var tap = new Wiretap(H2Databases.dataSource("mem:statements").getConnection())) {
      Schema.in(tap.dataSource()).createIfMissing();
      var shop = new Shop(JdbiStore.ownTransactions(tap.dataSource()).build());
      Map<String, Cost> costs = costs(shop, () -> new Cost(tap.count(), 0));
      print("H2", costs);
      assertTheSameForOneAndMany(costs);
      shop.engine.close();
    }
  }

  /** The costs on a server, by way of a port of this machine's that counts round trips. */
  private static Map<String, Cost> costs(String name, int port, IntFunction<DataSource> server)
      throws SQLException, IOException {
    try (var roundTrips = new RoundTrips(port);
        var tap = new Wiretap(server.apply(roundTrips.port()).getConnection())) {
      Schema.in(tap.dataSource()).tablePrefix("statements_").createIfMissing();
      var shop = new Shop(SchemaSuite.store(tap.dataSource(), "statements_"));
      Map<String, Cost> costs = costs(shop, () -> new Cost(tap.count(), roundTrips.count()));
      print(name, costs);
      assertTheSameForOneAndMany(costs);
      shop.engine.close();
      return costs;
    }
  }

  @Test
  void onPostgreSql() throws SQLException, IOException {
    PGSimpleDataSource dataSource = PostgreSqlServer.NEWEST.dataSource();
    dataSource.setServerNames(new String[] {"127.0.0.1"});
    Map<String, Cost> costs =
        costs(
            "PostgreSQL",
            dataSource.getPortNumbers()[0],
            port -> {
              dataSource.setPortNumbers(new int[] {port});
              return dataSource;
            });
    costs.forEach(
        (name, cost) ->
            assertThat(cost.roundTrips()).as(name).isEqualTo(isOfAnOrder(name) ? 4 : 3));
  }

  /** Two of them for autoCommit off and on. */
  @Test
  void onMariaDb() throws SQLException, IOException {
    int port = MariaDbServer.NEWEST.port();
    String url = MariaDbServer.NEWEST.url();
    Map<String, Cost> costs =
        costs(
            "MariaDB",
            port,
            other -> MariaDbServer.dataSource(url.replace(":" + port, ":" + other)));
    costs.forEach(
        (name, cost) ->
            assertThat(cost.roundTrips()).as(name).isEqualTo(isOfAnOrder(name) ? 6 : 5));
  }

  /** Those read the order first, to know which rows are its own. */
  private static boolean isOfAnOrder(String command) {
    return command.startsWith("pay")
        || command.startsWith("cancel")
        || command.startsWith("expireUnpaid");
  }
}
