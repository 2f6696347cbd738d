package io.orderingengine.jdbi;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderingengine.OrderingEngine;
import io.orderingengine.contract.Conservation;
import io.orderingengine.contract.Crowd;
import io.orderingengine.order.Checkout;
import io.orderingengine.order.Order;
import io.orderingengine.spi.OrderRow;
import io.orderingengine.spi.OrderingStore;
import io.orderingengine.spi.Table;
import io.orderingengine.value.Outcome;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * An engine with transactions of its own and one in those of a host work on the same tables at
 * once. The host writes a row of its own in each transaction, and rolls one in three back. With one
 * command in each no transaction is lost, for the host's own rows are not in the engine's way.
 */
class BothModesTest {
  private static final int CALLERS = 8;
  private static final int CALLS = 60;
  private static final int MOST_RUNS = 10;
  private static final long STOCK = 200;

  /** Where the host has its open transaction. */
  private static final ThreadLocal<Connection> CURRENT = new ThreadLocal<>();

  @ParameterizedTest
  @EnumSource
  void neitherSideFails(EachDatabase database) throws SQLException {
    try (HostShop shop = new HostShop(database, STOCK)) {
      var race = new Race(shop);
      long begin = System.nanoTime();
      race.run();
      System.out.printf(
          "%s: %d orders, %d refused; the host committed %d, rolled back %d, lost %d, in %.1f s%n",
          database,
          race.told().size(),
          race.refused.size(),
          race.committed.size(),
          race.rolledBack.get(),
          race.lost.get(),
          (System.nanoTime() - begin) / 1e9);
      race.assertHolds();
    }
  }

  private static final class Race {
    /** Those told by either engine, and committed. */
    final List<Order> orders = new CopyOnWriteArrayList<>();

    /** The host's rows. */
    final Queue<Long> committed = new ConcurrentLinkedQueue<>();

    final AtomicInteger rolledBack = new AtomicInteger();
    final AtomicInteger lost = new AtomicInteger();
    final Queue<String> refused = new ConcurrentLinkedQueue<>();
    private final Queue<Long> undone = new ConcurrentLinkedQueue<>();
    private final HostShop shop;
    private final WatchedStore store;

    Race(HostShop shop) throws SQLException {
      this.shop = shop;
      store = new WatchedStore(shop.store());
      try (Connection connection = shop.pool.getConnection()) {
        shop.execute(
            connection,
            "CREATE TABLE ${prefix}receipt (id BIGINT PRIMARY KEY, order_id BIGINT,"
                + " FOREIGN KEY (order_id) REFERENCES ${prefix}order (id))");
      }
    }

    void run() {
      try (OrderingEngine own = OrderingEngine.builder().store(store).build();
          OrderingEngine joined =
              OrderingEngine.builder().store(shop.joining(CURRENT::get)).build()) {
        Crowd.of(
            2 * CALLERS,
            i -> {
              try {
                return i % 2 == 0 ? sell(own, new Random(i)) : new Host(joined, i).run();
              } catch (SQLException e) {
                throw new AssertionError("failed", e);
              }
            });
      }
    }

    private int sell(OrderingEngine own, Random random) {
      for (int i = 0; i < CALLS; i++) {
        keep(call(own, random, i));
      }
      return CALLS;
    }

    /**
     * Most calls are checkouts, some of them under keys that others use too: were one key to make a
     * second order, that would find its external id taken. The others pay or cancel what either
     * engine has sold.
     */
    private Outcome<Order> call(OrderingEngine engine, Random random, int number) {
      if (random.nextInt(3) == 0 && !orders.isEmpty()) {
        Order earlier = orders.get(random.nextInt(orders.size()));
        return random.nextBoolean()
            ? engine.orders().cancel(earlier.id())
            : engine.orders().pay(earlier.id());
      }
      return switch (random.nextInt(4)) {
        case 0 -> engine.orders().place(shop.cart(random));
        case 1 -> {
          Checkout cart = shop.cart(new Random(number)).externalId("cart-" + number);
          yield engine.orders().checkout(cart.key("cart-" + number));
        }
        default -> engine.orders().checkout(shop.cart(random));
      };
    }

    private void keep(Outcome<Order> outcome) {
      outcome.fold(orders::add, reason -> refused.add(reason.code()));
    }

    /** One thread of the host's. */
    private final class Host {
      private final OrderingEngine joined;
      private final Random random;
      private long row;

      Host(OrderingEngine joined, int number) {
        this.joined = joined;
        random = new Random(number);
        row = 1_000_000L * number;
      }

      int run() throws SQLException {
        for (int i = 0; i < CALLS; i++) {
          try (Connection connection = shop.pool.getConnection()) {
            connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
            connection.setAutoCommit(false);
            CURRENT.set(connection);
            untilNotLost(connection, i);
          } finally {
            CURRENT.remove();
          }
        }
        return CALLS;
      }

      private void untilNotLost(Connection connection, int number) throws SQLException {
        for (int run = 1; ; run++) {
          try {
            transaction(connection, number);
            return;
          } catch (HostTransactionLostException e) {
            connection.rollback();
            lost.incrementAndGet();
            if (run == MOST_RUNS) {
              throw e;
            }
          }
        }
      }

      /** The host's row refers to the order, which nobody else sees yet. */
      private void transaction(Connection connection, int number) throws SQLException {
        row++;
        shop.execute(connection, "INSERT INTO ${prefix}receipt (id) VALUES (?)", row);
        Outcome<Order> outcome = call(joined, random, number);
        if (outcome.isAccepted()) {
          Order order = outcome.orElseThrow();
          shop.execute(
              connection,
              "UPDATE ${prefix}receipt SET order_id = ? WHERE id = ?",
              order.id().value(),
              row);
        }
        if (random.nextInt(3) == 0) {
          connection.rollback();
          rolledBack.incrementAndGet();
          undone.add(row);
        } else {
          connection.commit();
          committed.add(row);
          keep(outcome);
        }
      }
    }

    Set<Long> told() {
      return orders.stream().map(order -> order.id().value()).collect(Collectors.toSet());
    }

    void assertHolds() throws SQLException {
      assertThat(lost.get()).as("transactions of the host's that were lost").isZero();
      assertThat(store.conflicts()).as("conflicts of the other engine").isEmpty();
      assertThat(rolledBack.get()).as("transactions rolled back").isPositive();
      assertThat(refused)
          .as("reasons")
          .contains("OUT_OF_STOCK")
          .doesNotContain("EXTERNAL_ID_TAKEN");
      try (Connection connection = shop.pool.getConnection()) {
        List<Long> kept = shop.numbers(connection, "SELECT id FROM ${prefix}receipt");
        assertThat(kept).as("the host's rows").containsExactlyInAnyOrderElementsOf(committed);
        assertThat(kept).as("rows rolled back").doesNotContainAnyElementsOf(undone);
      }
      Set<Long> told = orders.stream().map(order -> order.id().value()).collect(Collectors.toSet());
      try (OrderingStore books = shop.store()) {
        List<OrderRow> kept = books.queries().chunk(Table.ORDERS, 0, 2 * CALLERS * CALLS);
        assertThat(kept)
            .extracting(OrderRow::id)
            .as("orders in the rows, and those told and committed")
            .containsExactlyInAnyOrderElementsOf(told);
        Conservation.assertHolds(books);
      }
    }
  }
}
