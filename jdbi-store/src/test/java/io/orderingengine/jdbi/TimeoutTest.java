package io.orderingengine.jdbi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderingengine.jdbi.PostgreSqlWire.Fate;
import io.orderingengine.spi.OrderingStore;
import io.orderingengine.spi.StoreException;
import io.orderingengine.spi.StoreTimeoutException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What is waited for in vain ends in time, with nothing written. */
class TimeoutTest {
  private static final Duration SHORT = Duration.ofMillis(300);
  private static final Duration LONG = Duration.ofSeconds(60);
  private static final Duration BOUND = Duration.ofSeconds(15);

  private static WiredShop wired(UnaryOperator<JdbiStoreBuilder> settings) {
    return new WiredShop(PostgreSqlServer.NEWEST, Duration.ofSeconds(1), settings);
  }

  private static void assertEndsAfterShort(
      Class<? extends Exception> failure, ThrowingCallable call) {
    long begin = System.nanoTime();
    assertThatThrownBy(call).isInstanceOf(failure);
    assertThat(Duration.ofNanos(System.nanoTime() - begin))
        .as("time")
        .isBetween(SHORT.minusMillis(10), BOUND);
  }

  /** Another transaction has all rows of a table meanwhile. */
  static void whileHeld(DataSource database, String table, Runnable work) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.executeQuery("SELECT * FROM " + table + " FOR UPDATE").close();
      work.run();
      connection.rollback();
    }
  }

  private static void assertTimesOutWhileHeld(WiredShop wired) throws SQLException {
    whileHeld(
        wired.server.dataSource(),
        wired.prefix + "product_details",
        () -> assertEndsAfterShort(StoreTimeoutException.class, wired.shop::buy));
    wired.assertSold(0);
    wired.shop.assertSells();
  }

  @Test
  void aHeldRowOnPostgreSql() throws SQLException {
    try (WiredShop wired = wired(settings -> settings.lockTimeout(SHORT).answerTimeout(LONG))) {
      assertTimesOutWhileHeld(wired);
    }
  }

  private static void assertTimesOutWhileHeld(
      DataSource database, UnaryOperator<JdbiStoreBuilder> settings) throws SQLException {
    Schema.in(database).createIfMissing();
    OrderingStore store = settings.apply(JdbiStore.ownTransactions(database)).build();
    try (MugShop shop = new MugShop(store, LONG)) {
      whileHeld(
          database,
          "ordering_product_details",
          () -> assertEndsAfterShort(StoreTimeoutException.class, shop::buy));
      shop.assertSold(store, 0);
      shop.assertSells();
    }
  }

  @Test
  void aHeldRowOnH2() throws SQLException {
    // H2's own lock time-out is not in the way.
    DataSource database =
        H2Databases.dataSource("mem:held;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=" + LONG.toMillis());
    assertTimesOutWhileHeld(database, settings -> settings.lockTimeout(SHORT));
  }

  /** It waits for a whole second. */
  @Test
  void aHeldRowOnMariaDb() throws SQLException {
    assertTimesOutWhileHeld(
        MariaDbServer.NEWEST.newDatabase(),
        settings -> settings.lockTimeout(SHORT).answerTimeout(LONG));
  }

  @Test
  void aLongStatementOnMariaDb() throws SQLException {
    assertTimesOutWhileHeld(
        MariaDbServer.NEWEST.newDatabase(),
        settings -> settings.lockTimeout(LONG).answerTimeout(SHORT));
  }

  @Test
  void aLongStatement() throws SQLException {
    try (WiredShop wired = wired(settings -> settings.lockTimeout(LONG).answerTimeout(SHORT))) {
      assertTimesOutWhileHeld(wired);
    }
  }

  /** Its locks go with it: the command is run again on another connection. */
  @Test
  void aSilentConnection() {
    try (WiredShop wired = wired(settings -> settings.lockTimeout(SHORT).answerTimeout(SHORT))) {
      wired.wire.next(
          message -> message.fromServer() && message.body().startsWith("SELECT"), Fate.HOLD);
      wired.shop.assertSells();
      wired.assertSold(1);
    }
  }

  /** Takes some seconds: the pool's new connections get no answer either. */
  @Test
  void aSilentServer() {
    try (WiredShop wired = wired(settings -> settings.lockTimeout(SHORT).answerTimeout(SHORT))) {
      wired.wire.obey(message -> message.fromServer() ? Fate.HOLD : Fate.PASS);
      assertEndsAfterShort(StoreException.class, wired.shop::buy);
      wired.assertSold(0);
    }
  }
}
