package io.orderingengine.jdbi;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderingengine.OrderingEngine;
import io.orderingengine.catalog.NewOption;
import io.orderingengine.catalog.NewProduct;
import io.orderingengine.catalog.Product;
import io.orderingengine.catalog.ProductDetailId;
import io.orderingengine.contract.SettableClock;
import io.orderingengine.coupon.CouponId;
import io.orderingengine.coupon.IssuedCouponId;
import io.orderingengine.coupon.NewCoupon;
import io.orderingengine.order.Checkout;
import io.orderingengine.order.Order;
import io.orderingengine.spi.CommandKey;
import io.orderingengine.spi.ExternalId;
import io.orderingengine.spi.Keyset;
import io.orderingengine.spi.RowIds;
import io.orderingengine.spi.RowKeys;
import io.orderingengine.spi.StoreQueries;
import io.orderingengine.spi.Table;
import io.orderingengine.spi.UserCoupon;
import io.orderingengine.user.NewUser;
import io.orderingengine.user.UserId;
import io.orderingengine.value.IdempotencyKey;
import io.orderingengine.value.Money;
import io.orderingengine.value.Position;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Every statement of the store goes through indexes, whatever the size that its tables had when it
 * was planned. Filling tables takes some seconds.
 */
class IndexesTest {
  private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");
  private static final int ROWS = 20_000;
  private static final long FIRST = 10_000_000;
  private static final String DIGEST = "00".repeat(32);

  /** Rows whose ids are all the same numbers. */
  private static final List<String> FILLING =
      List.of(
          "user (id, name, external_id, created_at, modified_at) SELECT x, 'Eve', CONCAT('u', x), AT, AT",
          "balance (id, user_id, balance, created_at, modified_at) SELECT x, x, 9, AT, AT",
          "balance_history (id, balance_id, amount, transaction_type, created_at)"
              + " SELECT x, x, 9, 'CHARGE', AT",
          "coupon (id, discount_price, quantity, opening_quantity, validity_micros, external_id,"
              + " created_at, modified_at) SELECT x, 1, 1, 2, 1000000, CONCAT('c', x), AT, AT",
          "issued_coupon (id, user_id, coupon_id, status, expired_at, created_at)"
              + " SELECT x, x, x, 'ISSUED', AT, AT",
          "product (id, brand, name, external_id, created_at, modified_at)"
              + " SELECT x, 'Acme', 'Mug', CONCAT('p', x), AT, AT",
          "product_details (id, product_id, option_value, price, stock, on_sale, external_id,"
              + " created_at, modified_at) SELECT x, x, 'red', 1, 1, TRUE, CONCAT('d', x), AT, AT",
          "order (id, user_id, order_date, status, total_amount, discount_amount, payment_amount,"
              + " external_id, expires_at, version, created_at, modified_at)"
              + " SELECT x, x, AT, 'PLACED', 1, 0, 1, CONCAT('o', x), AT, 1, AT, AT",
          "order_item (id, order_id, product_detail_id, unit_price, quantity, discount_share,"
              + " created_at, modified_at) SELECT x, x, x, 1, 1, 0, AT, AT",
          "payment (id, order_id, status, amount, created_at, modified_at)"
              + " SELECT x, x, 'PENDING', 1, AT, AT",
          "event (id, type, subject_id, user_id, amount, version, created_at)"
              + " SELECT x, 'ORDER_PLACED', x, x, 1, 1, AT",
          "stock_adjustment (id, product_detail_id, units, created_at) SELECT x, x, 1, AT",
          "command_key (scope, command, idempotency_key, content, result_id, created_at)"
              + " SELECT x, 'order', CONCAT('k', x), CONTENT, x, AT");

  /** How a database writes what rows are filled with. */
  private record Words(String moment, String content, String numbers) {
    private static final String SERIES =
        " FROM GENERATE_SERIES(" + FIRST + ", " + (FIRST + ROWS - 1) + ") AS r(x)";

    static Words standard(String content) {
      return new Words("TIMESTAMP WITH TIME ZONE '2026-03-01 12:00:00+00'", content, SERIES);
    }
  }

  private static void fill(Connection connection, String prefix, Words words) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String rows : FILLING) {
        statement.execute(
            ("INSERT INTO " + prefix + rows)
                    .replaceAll("\\bAT\\b", words.moment)
                    .replace("CONTENT", words.content)
                + words.numbers);
      }
    }
  }

  /** Every kind of command once, each with all that it can look up. */
  private static void runCommands(JdbiStore store, String run) {
    var clock = new SettableClock(START);
    OrderingEngine engine =
        OrderingEngine.builder()
            .store(store)
            .clock(clock)
            .unpaidOrdersExpireAfter(Duration.ofMinutes(30))
            .build();
    NewUser user = NewUser.named("Ada").openingBalance(Money.of(1_000)).externalId("u-" + run);
    UserId ada = engine.users().register(user.key("u-" + run)).orElseThrow().id();
    engine.balances().charge(ada, Money.of(5), IdempotencyKey.of("charge-" + run)).orElseThrow();
    NewOption red = NewOption.of("red", Money.of(4), 90);
    Product mug =
        engine
            .catalog()
            .add(
                NewProduct.of("Acme", "Mug")
                    .option(red.externalId("d-" + run))
                    .externalId("p-" + run))
            .orElseThrow();
    engine.catalog().addOption(mug.id(), red).orElseThrow();
    ProductDetailId option = mug.details().get(0).id();
    engine.catalog().changePrice(option, Money.of(7)).orElseThrow();
    engine.catalog().adjustStock(option, 5).orElseThrow();
    engine.catalog().setOnSale(option, true).orElseThrow();
    NewCoupon terms = NewCoupon.of(Money.of(1), 9).externalId("c-" + run);
    CouponId coupon = engine.coupons().create(terms).orElseThrow().id();
    IssuedCouponId issued = engine.coupons().issue(coupon, ada).orElseThrow().id();
    Checkout cart = Checkout.by(ada).item(option, 1);
    Order paid =
        engine
            .orders()
            .checkout(cart.coupon(issued).key("k-" + run).externalId("o-" + run))
            .orElseThrow();
    Order placed = engine.orders().place(cart).orElseThrow();
    engine.orders().pay(ada, placed.id()).orElseThrow();
    engine.orders().cancel(paid.id()).orElseThrow();
    engine.orders().place(cart).orElseThrow();
    clock.advance(Duration.ofHours(1));
    assertThat(engine.orders().expireUnpaid(1)).isPositive();
    engine.close();
  }

  /** Every query once, and every kind of lock. */
  private static void runQueries(JdbiStore store) {
    StoreQueries queries = store.queries();
    long id = FIRST + 5;
    queries.user(id);
    queries.balance(id);
    queries.product(id);
    queries.productDetail(id);
    queries.coupon(id);
    queries.issuedCoupon(id);
    queries.order(id);
    for (ExternalId.Kind kind : ExternalId.Kind.values()) {
      queries.idOf(new ExternalId(kind, "x-" + id));
    }
    queries.commandKey(new CommandKey(id, "order", "k" + id));
    for (Boolean down : List.of(true, false)) {
      for (Position after : new Position[] {null, new Position(START, 17)}) {
        var keyset = new Keyset(down, after, 3);
        queries.products(keyset);
        queries.coupons(keyset);
        queries.issuedCoupons(id, keyset);
        queries.balanceHistory(id, keyset);
        queries.orders(id, keyset);
      }
    }
    queries.expiredOrders(START.plusSeconds(60), 3);
    Table.ALL.forEach(table -> queries.chunk(table, id, 3));
    RowIds ids = RowIds.of(id);
    RowKeys keys =
        RowKeys.builder()
            .balances(ids)
            .issuedCoupons(ids)
            .orders(ids)
            .coupons(ids)
            .productDetails(ids)
            .users(ids)
            .products(ids)
            .userCoupon(new UserCoupon(id, id))
            .commandKey(new CommandKey(id, "order", "k" + id))
            .build();
    store.inTransaction(transaction -> transaction.lock(keys));
  }

  /** There are few lanes, and those of engines that are gone are looked for seldom. */
  private static boolean isOfALargeTable(String plan) {
    return !plan.toLowerCase(Locale.ROOT).contains("_lane");
  }

  /** Asks for the plan of every statement, just before it is run. */
  private abstract static class Explaining implements Wiretap.Listener {
    private final Connection connection;
    private final String prefix;

    Explaining(Connection connection, String prefix) {
      this.connection = connection;
      this.prefix = prefix;
    }

    @Override
    public void seen(String sql, List<Wiretap.Setting> arguments) throws SQLException {
      if (!sql.contains(prefix)) {
        return;
      }
      String bare = sql.replaceFirst("^SET STATEMENT .*? FOR ", "");
      try (PreparedStatement explain = connection.prepareStatement("EXPLAIN " + bare)) {
        arguments.forEach(argument -> argument.set(explain));
        try (ResultSet plan = explain.executeQuery()) {
          while (plan.next()) {
            keep(bare, plan);
          }
        }
      }
    }

    /** Keeps a row of the plan. */
    abstract void keep(String sql, ResultSet plan) throws SQLException;
  }

  /** The plans of H2, one text each. */
  private static final class H2Plans extends Explaining {
    private final List<String> plans = new ArrayList<>();

    H2Plans(Connection connection) {
      super(connection, "ordering_");
    }

    @Override
    void keep(String sql, ResultSet plan) throws SQLException {
      plans.add(plan.getString(1));
    }
  }

  /** How MariaDB finds the rows of one table for a statement. */
  private record Access(
      String sql, String table, String type, String key, int length, String extra) {
    boolean locks() {
      return sql.endsWith("FOR UPDATE") || sql.startsWith("UPDATE");
    }

    boolean isOfATable() {
      return table != null && !table.startsWith("<") && !extra.contains("json_table");
    }

    boolean scans() {
      return type.equals("ALL") || type.equals("index");
    }

    boolean isByPrimaryKey() {
      return key.equals("PRIMARY") && List.of("const", "eq_ref", "range").contains(type);
    }
  }

  /** The plans of MariaDB, one row for each table of a statement. */
  private static final class MariaDbPlans extends Explaining {
    private final List<Access> plans = new ArrayList<>();

    MariaDbPlans(Connection connection) {
      super(connection, "indexes_");
    }

    @Override
    void keep(String sql, ResultSet plan) throws SQLException {
      plans.add(
          new Access(
              sql,
              plan.getString("table"),
              String.valueOf(plan.getString("type")),
              String.valueOf(plan.getString("key")),
              plan.getInt("key_len"),
              String.valueOf(plan.getString("Extra"))));
    }

    private void assertLocksByPrimaryKey() {
      assertThat(plans)
          .filteredOn(access -> access.locks() && access.isOfATable())
          .hasSizeGreaterThan(30)
          .allMatch(Access::isByPrimaryKey);
    }
  }

  @Test
  void onH2() throws SQLException {
    Connection connection = H2Databases.dataSource("mem:indexes").getConnection();
    var plans = new H2Plans(connection);
    try (var tap = new Wiretap(connection, plans)) {
      var untapped = new Wiretap(connection);
      Schema.in(untapped.dataSource()).createIfMissing();
      SchemaSuite.execute(untapped.dataSource(), "SET REFERENTIAL_INTEGRITY FALSE");
      fill(connection, "ordering_", Words.standard("X'" + DIGEST + "'"));
      JdbiStore store = SchemaSuite.store(tap.dataSource(), "ordering_");
      plans.plans.clear();
      runCommands(store, "once");
      runQueries(store);
      assertThat(plans.plans).hasSizeGreaterThan(100);
      assertThat(plans.plans)
          .filteredOn(plan -> plan.contains("tableScan"))
          .filteredOn(IndexesTest::isOfALargeTable)
          .isEmpty();
    }
  }

  /** What the server tells of each plan that it has run, those of foreign keys included. */
  private static final class PostgreSqlPlans implements Wiretap.Listener {
    private final List<String> plans = new ArrayList<>();

    @Override
    public void after(PreparedStatement statement) throws SQLException {
      for (SQLWarning told = statement.getWarnings(); told != null; told = told.getNextWarning()) {
        plans.add(told.getMessage());
      }
    }
  }

  /** The worst case: tables that the planner knows to be almost empty, and plans that are kept. */
  @Test
  void onPostgreSqlWithPlansMadeBeforeTheTablesGrew() throws SQLException {
    PGSimpleDataSource dataSource = PostgreSqlServer.NEWEST.dataSource();
    dataSource.setPrepareThreshold(1);
    dataSource.setOptions("-c plan_cache_mode=force_generic_plan");
    Connection connection = dataSource.getConnection();
    var plans = new PostgreSqlPlans();
    try (var tap = new Wiretap(connection, plans);
        Statement statement = connection.createStatement()) {
      statement.execute("LOAD 'auto_explain'");
      statement.execute("SET auto_explain.log_level = notice");
      statement.execute("SET auto_explain.log_nested_statements = on");
      Schema.in(dataSource).tablePrefix("indexes_").createIfMissing();
      JdbiStore store = SchemaSuite.store(tap.dataSource(), "indexes_");
      runCommands(store, "first");
      statement.execute("ANALYZE");
      runCommands(store, "second");
      runQueries(store);
      // On another connection: this one would forget its plans.
      try (Connection other = PostgreSqlServer.NEWEST.dataSource().getConnection()) {
        other.createStatement().execute("SET session_replication_role = replica");
        fill(other, "indexes_", Words.standard("'\\x" + DIGEST + "'"));
      }
      statement.execute("SET auto_explain.log_min_duration = 0");
      plans.plans.clear();
      runCommands(store, "third");
      runQueries(store);
      assertThat(plans.plans).hasSizeGreaterThan(100);
      assertThat(plans.plans)
          .filteredOn(plan -> plan.contains("Seq Scan"))
          .filteredOn(IndexesTest::isOfALargeTable)
          .isEmpty();
    }
  }

  /** MariaDB would lock what it scans, and scan a table while it is small. */
  @Test
  void onMariaDb() throws SQLException {
    Connection connection = MariaDbServer.NEWEST.dataSource().getConnection();
    var plans = new MariaDbPlans(connection);
    try (var tap = new Wiretap(connection, plans);
        Statement statement = connection.createStatement()) {
      Schema.in(MariaDbServer.NEWEST.dataSource()).tablePrefix("indexes_").createIfMissing();
      JdbiStore store = SchemaSuite.store(tap.dataSource(), "indexes_");
      plans.plans.clear();
      runCommands(store, "few");
      runQueries(store);
      plans.assertLocksByPrimaryKey();
      statement.execute("SET foreign_key_checks = 0");
      String numbers = " FROM (SELECT seq AS x FROM seq_%d_to_%d) AS r";
      fill(
          connection,
          "indexes_",
          new Words(
              "TIMESTAMP '2026-03-01 12:00:00'",
              "X'" + DIGEST + "'",
              numbers.formatted(FIRST, FIRST + ROWS - 1)));
      for (Table<?> table : Table.ALL) {
        statement.execute("ANALYZE TABLE indexes_" + table.name());
      }
      statement.execute("SET foreign_key_checks = 1");
      plans.plans.clear();
      runCommands(store, "many");
      runQueries(store);
      assertThat(plans.plans).hasSizeGreaterThan(100);
      plans.assertLocksByPrimaryKey();
      assertThat(plans.plans)
          .filteredOn(access -> access.isOfATable() && isOfALargeTable(access.sql()))
          .filteredOn(Access::scans)
          .isEmpty();
      // Of two columns: thousands of users may have the same coupon.
      assertThat(plans.plans)
          .filteredOn(access -> access.sql().contains("t.coupon_id = d.coupon_id"))
          .filteredOn(Access::isOfATable)
          .isNotEmpty()
          .allMatch(access -> access.length() == 2 * Long.BYTES);
    }
  }
}
