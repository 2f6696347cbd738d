package io.orderingengine.jdbi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderingengine.jdbi.PostgreSqlWire.Fate;
import io.orderingengine.jdbi.PostgreSqlWire.Message;
import io.orderingengine.order.Order;
import io.orderingengine.spi.StoreException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.function.Predicate;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Connections that are lost, but not in a commit. No order has a key. */
class LostConnectionTest {
  private static final Duration BOUND = Duration.ofSeconds(20);

  private final WiredShop wired =
      new WiredShop(PostgreSqlServer.NEWEST, Duration.ofSeconds(1), settings -> settings);

  @AfterEach
  void close() {
    wired.close();
  }

  private void assertSoldOneDespiteCutAt(Predicate<Message> message) {
    CountDownLatch fault = wired.wire.next(message, Fate.CUT);
    wired.shop.assertSells();
    assertThat(fault.getCount()).as("faults that are yet to come").isZero();
    wired.assertSold(1);
  }

  @Test
  void amidTheLocks() {
    assertSoldOneDespiteCutAt(
        PostgreSqlWire.statement(wired.prefix + "product_details AS t")
            .and(PostgreSqlWire.statement("FOR NO KEY UPDATE")));
  }

  @Test
  void amidTheWrites() {
    assertSoldOneDespiteCutAt(PostgreSqlWire.statement("INSERT INTO " + wired.prefix + "payment"));
  }

  @Test
  void amidTheAnswerToTheWrites() {
    assertSoldOneDespiteCutAt(
        message ->
            message.fromServer() && message.type() == 'C' && message.body().startsWith("UPDATE"));
  }

  private void terminateAll() throws SQLException {
    wired.sql(
        "SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity WHERE application_name = '"
            + wired.wire.name()
            + "'");
  }

  @Test
  void betweenTwoCommands() throws SQLException {
    terminateAll();
    wired.shop.assertSells();
    wired.assertSold(1);
  }

  @Test
  void beforeTheFirstIdsAreReserved() throws SQLException {
    try (MugShop anew = wired.shop.startedAnew(wired.newStore())) {
      terminateAll();
      anew.assertSells();
    }
    wired.assertSold(1);
  }

  @Test
  void beforeARead() throws SQLException {
    Order order = wired.shop.buy().orElseThrow();
    terminateAll();
    assertThat(wired.shop.engine.orders().find(order.id())).contains(order);
  }

  private void assertFailsInTime(ThrowingCallable call) {
    long begin = System.nanoTime();
    assertThatThrownBy(call).isInstanceOf(StoreException.class);
    assertThat(Duration.ofNanos(System.nanoTime() - begin)).as("time").isLessThan(BOUND);
  }

  /** Takes seconds: each call waits for a connection as long as the pool does. */
  @Test
  void forGood() throws Exception {
    try (MugShop anew = wired.shop.startedAnew(wired.newStore())) {
      wired.wire.close();
      assertFailsInTime(wired.shop::buy);
      assertFailsInTime(anew::buy);
      assertFailsInTime(() -> wired.shop.engine.catalog().findDetail(wired.shop.mug));
    }
    wired.assertSold(0);
  }
}
