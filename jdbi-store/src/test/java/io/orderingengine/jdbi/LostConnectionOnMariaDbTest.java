package io.orderingengine.jdbi;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderingengine.order.Order;
import io.orderingengine.spi.OrderingStore;
import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Connections that MariaDB is told to kill, before each thing that is sent. No order has a key. */
class LostConnectionOnMariaDbTest {
  private static final Set<String> SENDING =
      Set.of("setAutoCommit", "prepareStatement", "createStatement", "commit");

  private final DataSource database = MariaDbServer.NEWEST.newDatabase();
  private final AtomicInteger toGo = new AtomicInteger();
  private final MugShop shop;
  private final OrderingStore books;

  LostConnectionOnMariaDbTest() {
    Schema.in(database).createIfMissing();
    DataSource host =
        JdbcProxy.of(
            DataSource.class,
            database,
            (method, proceed) ->
                method.equals("getConnection")
                    ? mortal((Connection) proceed.call())
                    : proceed.call());
    shop = new MugShop(JdbiStore.ownTransactions(host).build(), Duration.ofSeconds(10));
    books = JdbiStore.ownTransactions(database).build();
  }

  @AfterEach
  void close() {
    shop.close();
    books.close();
  }

  private Connection mortal(Connection connection) {
    return JdbcProxy.of(
        Connection.class, connection, (method, proceed) -> send(connection, method, proceed));
  }

  private Object send(Connection connection, String method, Callable<Object> proceed)
      throws Exception {
    if (SENDING.contains(method) && toGo.getAndDecrement() == 1) {
      kill(connection);
    }
    return proceed.call();
  }

  private void kill(Connection connection) throws Exception {
    long id = connection.unwrap(org.mariadb.jdbc.Connection.class).getThreadId();
    SchemaSuite.execute(database, "KILL " + id);
    Polling.until("the connection is gone", () -> connections(id).isEmpty());
  }

  private List<String> connections(long id) {
    return SchemaSuite.query(
        database, "SELECT ID FROM INFORMATION_SCHEMA.PROCESSLIST WHERE ID = " + id);
  }

  /** AutoCommit off, the round that locks, the one that writes, the COMMIT, autoCommit on. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5})
  void inACommand(int sending) {
    toGo.set(sending);
    shop.assertSells();
    assertThat(toGo).as("killed").hasNonPositiveValue();
    shop.assertSold(books, 1);
  }

  @Test
  void inARead() {
    Order order = shop.buy().orElseThrow();
    toGo.set(1);
    assertThat(shop.engine.orders().find(order.id())).contains(order);
    assertThat(toGo).as("killed").hasNonPositiveValue();
  }
}
