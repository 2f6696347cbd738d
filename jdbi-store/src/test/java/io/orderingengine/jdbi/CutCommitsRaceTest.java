package io.orderingengine.jdbi;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.orderingengine.jdbi.PostgreSqlWire.Fate;
import io.orderingengine.jdbi.PostgreSqlWire.Message;
import io.orderingengine.order.Order;
import io.orderingengine.spi.OrderRow;
import io.orderingengine.spi.OrderingStore;
import java.sql.Connection;
import java.sql.SQLNonTransientConnectionException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Many callers want the same mug over connections that lose commits, or the answers to them. */
class CutCommitsRaceTest {
  private static final int CALLERS = 16;
  private static final int ORDERS = 12;
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final double SHARE = 0.1;

  private final Random random = new Random(20_260_301);
  private final AtomicInteger before = new AtomicInteger();
  private final AtomicInteger after = new AtomicInteger();
  private final AtomicBoolean cutting = new AtomicBoolean();

  private Fate fate(Message message) {
    if (PostgreSqlWire.COMMIT.test(message)) {
      return cut(before);
    }
    return PostgreSqlWire.COMMITTED.test(message) ? cut(after) : Fate.PASS;
  }

  private synchronized Fate cut(AtomicInteger cuts) {
    if (random.nextDouble() < SHARE) {
      cuts.incrementAndGet();
      return Fate.CUT;
    }
    return Fate.PASS;
  }

  @Test
  void onPostgreSql() throws Exception {
    try (var wired = new WiredShop(PostgreSqlServer.NEWEST, PATIENCE, settings -> settings)) {
      wired.wire.obey(this::fate);
      List<Order> told = race(wired.shop);
      wired.wire.obey(message -> Fate.PASS);
      assertEveryAnswerAgreesWithTheRows(told, wired.shop, wired.books);
    }
  }

  @Test
  void onMariaDb() throws Exception {
    DataSource database = MariaDbServer.NEWEST.newDatabase();
    Schema.in(database).createIfMissing();
    DataSource host =
        JdbcProxy.of(
            DataSource.class,
            database,
            (method, proceed) ->
                method.equals("getConnection")
                    ? cutting((Connection) proceed.call())
                    : proceed.call());
    try (HikariDataSource pool = TestDatabase.pool(host);
        MugShop shop = new MugShop(JdbiStore.ownTransactions(pool).build(), PATIENCE);
        OrderingStore books = JdbiStore.ownTransactions(database).build()) {
      cutting.set(true);
      List<Order> told = race(shop);
      cutting.set(false);
      assertEveryAnswerAgreesWithTheRows(told, shop, books);
    }
  }

  /** A connection that is cut before or after some of its commits. */
  private Connection cutting(Connection connection) {
    return JdbcProxy.of(
        Connection.class,
        connection,
        (method, proceed) -> {
          boolean atRisk = method.equals("commit") && cutting.get();
          if (atRisk && cut(before) == Fate.CUT) {
            connection.abort(Runnable::run);
          }
          Object result = proceed.call();
          if (atRisk && cut(after) == Fate.CUT) {
            connection.abort(Runnable::run);
            throw new SQLNonTransientConnectionException("the answer is lost", "08000");
          }
          return result;
        });
  }

  private void assertEveryAnswerAgreesWithTheRows(
      List<Order> told, MugShop shop, OrderingStore books) {
    assertThat(before).as("commits that were lost").hasPositiveValue();
    assertThat(after).as("answers that were lost").hasPositiveValue();
    assertThat(told).as("orders told").doesNotHaveDuplicates().hasSize(CALLERS * ORDERS);
    assertThat(MugShop.orders(books))
        .extracting(OrderRow::id)
        .as("orders in the rows, and those told")
        .containsAll(told.stream().map(order -> order.id().value()).toList());
    shop.assertSold(books, CALLERS * ORDERS);
  }

  private static List<Order> race(MugShop shop) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(CALLERS);
    try {
      var start = new CountDownLatch(1);
      List<Future<List<Order>>> calls = new ArrayList<>();
      for (int i = 0; i < CALLERS; i++) {
        String key = i % 2 == 0 ? "cart-" + i + "-" : null;
        calls.add(
            threads.submit(
                () -> {
                  start.await();
                  return buy(shop, key);
                }));
      }
      start.countDown();
      List<Order> told = new ArrayList<>();
      for (Future<List<Order>> call : calls) {
        told.addAll(call.get(60, TimeUnit.SECONDS));
      }
      return told;
    } finally {
      threads.shutdownNow();
    }
  }

  /** With keys or without: what ran twice is found out among the rows either way. */
  private static List<Order> buy(MugShop shop, @Nullable String key) {
    List<Order> told = new ArrayList<>();
    for (int i = 0; i < ORDERS; i++) {
      told.add((key == null ? shop.buy() : shop.buy(key + i)).orElseThrow());
    }
    return told;
  }
}
