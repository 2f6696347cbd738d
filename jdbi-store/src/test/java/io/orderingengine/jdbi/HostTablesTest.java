package io.orderingengine.jdbi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderingengine.OrderingEngine;
import io.orderingengine.catalog.ProductDetailId;
import io.orderingengine.contract.Conservation;
import io.orderingengine.contract.Crowd;
import io.orderingengine.order.Checkout;
import io.orderingengine.order.Order;
import io.orderingengine.spi.OrderRow;
import io.orderingengine.spi.OrderingStore;
import io.orderingengine.spi.StoreTimeoutException;
import io.orderingengine.spi.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A host's own tables refer to ours: its transactions and the engine's meet at our rows, and none
 * of them fails. The host keeps to the engine's order: an order before options, options ascending.
 *
 * <p>What the check of a foreign key locks differs. On PostgreSQL and H2 an open transaction that
 * has put an option into a cart delays no checkout of it. On MariaDB it does: it holds a shared
 * lock on the option's row until it ends, and a checkout waits for that.
 *
 * <p>Takes seconds a database: hundreds of transactions of each side must meet.
 */
class HostTablesTest {
  private static final int CALLERS = 16;
  private static final int HOSTS = 4;
  private static final int ENOUGH = 400;
  private static final int AT_MOST = 20_000;
  private static final long STOCK = 1_000_000;
  private static final Duration SHORT = Duration.ofMillis(500);
  private static final String PUT =
      "INSERT INTO ${prefix}cart (id, user_ref, product_detail_id, quantity) VALUES (?, ?, ?, ?)";

  private static void createTables(HostShop shop) throws SQLException {
    try (Connection connection = shop.pool.getConnection()) {
      shop.execute(
          connection,
          "CREATE TABLE ${prefix}cart (id BIGINT PRIMARY KEY, user_ref BIGINT NOT NULL,"
              + " product_detail_id BIGINT NOT NULL, quantity BIGINT NOT NULL,"
              + " FOREIGN KEY (product_detail_id) REFERENCES ${prefix}product_details (id))");
      shop.execute(
          connection,
          "CREATE TABLE ${prefix}parcel (id BIGINT PRIMARY KEY, order_id BIGINT NOT NULL,"
              + " user_id BIGINT NOT NULL,"
              + " FOREIGN KEY (order_id) REFERENCES ${prefix}order (id),"
              + " FOREIGN KEY (user_id) REFERENCES ${prefix}user (id))");
    }
  }

  @ParameterizedTest
  @EnumSource
  void neitherSideFails(EachDatabase database) throws SQLException {
    try (HostShop shop = new HostShop(database, STOCK)) {
      createTables(shop);
      var race = new Race(shop);
      long begin = System.nanoTime();
      race.run();
      System.out.printf(
          "%s: %d transactions of the host's and %d of the engine's in %.1f s%n",
          database, race.hosts.get(), race.checkouts.get(), (System.nanoTime() - begin) / 1e9);
      race.assertHolds();
    }
  }

  /** Each side goes on until both have done enough, or one has failed. */
  private static final class Race {
    final AtomicInteger hosts = new AtomicInteger();
    final AtomicInteger checkouts = new AtomicInteger();
    private final AtomicBoolean failed = new AtomicBoolean();
    private final Queue<Order> orders = new ConcurrentLinkedQueue<>();
    private final Queue<Long> carts = new ConcurrentLinkedQueue<>();
    private final AtomicInteger parcels = new AtomicInteger();
    private final HostShop shop;
    private final WatchedStore store;

    Race(HostShop shop) {
      this.shop = shop;
      store = new WatchedStore(shop.store());
    }

    void run() {
      try (OrderingEngine engine = OrderingEngine.builder().store(store).build()) {
        Crowd.of(
            CALLERS + HOSTS,
            i -> {
              try {
                return i < CALLERS ? sell(engine, new Random(i)) : new Host(i).run();
              } catch (SQLException | RuntimeException e) {
                failed.set(true);
                throw new AssertionError("failed", e);
              }
            });
      }
    }

    private boolean goesOn(int done) {
      return !failed.get() && done < AT_MOST && (hosts.get() < ENOUGH || checkouts.get() < ENOUGH);
    }

    private int sell(OrderingEngine engine, Random random) {
      int done = 0;
      for (; goesOn(done); done++) {
        Order order = engine.orders().checkout(shop.cart(random)).orElseThrow();
        orders.add(order);
        if (done % 3 == 0) {
          engine.orders().cancel(order.id()).orElseThrow();
        }
        checkouts.incrementAndGet();
      }
      return done;
    }

    /** One thread of the host's, with carts of its own. */
    private final class Host {
      private final Random random;
      private final List<Long> mine = new ArrayList<>();
      private long nextId;

      Host(int number) {
        random = new Random(number);
        nextId = 1_000_000L * number;
      }

      int run() throws SQLException {
        int done = 0;
        try (Connection connection = shop.pool.getConnection()) {
          connection.setAutoCommit(false);
          for (; goesOn(done); done++) {
            transaction(connection);
            connection.commit();
            hosts.incrementAndGet();
          }
        }
        carts.addAll(mine);
        return done;
      }

      private void transaction(Connection connection) throws SQLException {
        if (mine.isEmpty()) {
          fill(connection);
          return;
        }
        long cart = mine.get(random.nextInt(mine.size()));
        switch (random.nextInt(5)) {
          case 0 -> {
            shop.execute(connection, "DELETE FROM ${prefix}cart WHERE id = ?", cart);
            mine.remove(cart);
          }
          case 1 ->
              shop.execute(
                  connection,
                  "UPDATE ${prefix}cart SET quantity = quantity + 1 WHERE id = ?",
                  cart);
          case 2 -> exchange(connection, cart);
          case 3 -> {
            send(connection);
            fill(connection);
          }
          default -> fill(connection);
        }
      }

      /** Puts some of the options into carts, in ascending order. */
      private void fill(Connection connection) throws SQLException {
        long user = shop.users.get(0).value();
        for (ProductDetailId sku : shop.skus) {
          if (random.nextBoolean()) {
            shop.execute(connection, PUT, ++nextId, user, sku.value(), 1);
            mine.add(nextId);
          }
        }
      }

      private void exchange(Connection connection, long cart) throws SQLException {
        assertThat(
                shop.numbers(
                    connection, "SELECT id FROM ${prefix}cart WHERE id = ? FOR UPDATE", cart))
            .containsExactly(cart);
        shop.execute(
            connection,
            "UPDATE ${prefix}cart SET product_detail_id = ? WHERE id = ?",
            shop.skus.get(random.nextInt(HostShop.SKUS)).value(),
            cart);
      }

      private void send(Connection connection) throws SQLException {
        Order order = orders.poll();
        if (order != null) {
          shop.execute(
              connection,
              "INSERT INTO ${prefix}parcel (id, order_id, user_id) VALUES (?, ?, ?)",
              ++nextId,
              order.id().value(),
              order.userId().value());
          parcels.incrementAndGet();
        }
      }
    }

    void assertHolds() throws SQLException {
      assertThat(hosts.get()).as("transactions of the host's").isGreaterThanOrEqualTo(ENOUGH);
      assertThat(checkouts.get()).as("checkouts").isGreaterThanOrEqualTo(ENOUGH);
      assertThat(store.conflicts()).as("conflicts that the engine met").isEmpty();
      try (Connection connection = shop.pool.getConnection()) {
        assertThat(
                shop.numbers(
                    connection,
                    "SELECT c.id FROM ${prefix}cart AS c JOIN ${prefix}product_details AS d"
                        + " ON d.id = c.product_detail_id"))
            .as("carts whose option is there")
            .containsExactlyInAnyOrderElementsOf(carts);
        assertThat(
                shop.numbers(
                    connection,
                    "SELECT p.id FROM ${prefix}parcel AS p JOIN ${prefix}order AS o"
                        + " ON o.id = p.order_id JOIN ${prefix}user AS u ON u.id = p.user_id"))
            .as("parcels whose order and user are there")
            .hasSize(parcels.get())
            .isNotEmpty();
      }
      try (OrderingStore books = shop.store()) {
        List<OrderRow> kept = books.queries().chunk(Table.ORDERS, 0, CALLERS * AT_MOST);
        assertThat(kept).as("orders").hasSize(checkouts.get());
        Conservation.assertHolds(books);
      }
    }
  }

  /** What is done while a transaction of the host's is open that has put the option into a cart. */
  @FunctionalInterface
  private interface WhileOpen {
    void run(HostShop shop, OrderingEngine engine, ProductDetailId sku) throws SQLException;
  }

  private static void whileACartIsOpen(HostShop opened, WhileOpen work) throws SQLException {
    try (HostShop shop = opened;
        OrderingEngine engine = OrderingEngine.builder().store(shop.store(SHORT)).build();
        Connection host = shop.pool.getConnection()) {
      createTables(shop);
      ProductDetailId sku = shop.skus.get(0);
      host.setAutoCommit(false);
      shop.execute(host, PUT, 1L, shop.users.get(0).value(), sku.value(), 1);
      work.run(shop, engine, sku);
      host.commit();
      assertThat(engine.orders().checkout(Checkout.by(shop.users.get(0)).item(sku, 1)))
          .matches(outcome -> outcome.isAccepted(), "is accepted when the host has committed");
    }
  }

  private static void assertSells(HostShop shop, OrderingEngine engine, ProductDetailId sku) {
    assertThat(engine.orders().checkout(Checkout.by(shop.users.get(1)).item(sku, 1)))
        .matches(outcome -> outcome.isAccepted(), "is accepted while the host's is open");
  }

  @Test
  void anOpenCartDelaysNoCheckoutOnH2() throws SQLException {
    whileACartIsOpen(new HostShop(EachDatabase.H2, STOCK), HostTablesTest::assertSells);
  }

  @Test
  void anOpenCartDelaysNoCheckoutOnPostgreSql() throws SQLException {
    whileACartIsOpen(new HostShop(EachDatabase.POSTGRESQL, STOCK), HostTablesTest::assertSells);
  }

  @Test
  void aStrongerLockWouldWaitForTheCartOnPostgreSql() throws SQLException {
    whileACartIsOpen(
        new HostShop(EachDatabase.POSTGRESQL, STOCK),
        (shop, engine, sku) -> {
          lockOnPostgreSql(shop, sku, "FOR NO KEY UPDATE");
          assertThatThrownBy(() -> lockOnPostgreSql(shop, sku, "FOR UPDATE"))
              .isInstanceOfSatisfying(
                  SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("55P03"));
        });
  }

  private static void lockOnPostgreSql(HostShop shop, ProductDetailId sku, String lock)
      throws SQLException {
    try (Connection other = shop.pool.getConnection()) {
      other.setAutoCommit(false);
      shop.execute(other, "SET LOCAL lock_timeout = " + SHORT.toMillis());
      assertThat(
              shop.numbers(
                  other,
                  "SELECT id FROM ${prefix}product_details WHERE id = ? " + lock,
                  sku.value()))
          .containsExactly(sku.value());
      other.rollback();
    }
  }

  @Test
  void aCheckoutWaitsForAnOpenCartOnMariaDb() throws SQLException {
    whileACartIsOpen(
        new HostShop(EachDatabase.MARIADB, STOCK),
        (shop, engine, sku) ->
            assertThatThrownBy(
                    () -> engine.orders().checkout(Checkout.by(shop.users.get(1)).item(sku, 1)))
                .isInstanceOf(StoreTimeoutException.class));
  }
}
