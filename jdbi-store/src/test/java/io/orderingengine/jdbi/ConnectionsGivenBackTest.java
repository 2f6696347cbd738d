package io.orderingengine.jdbi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.orderingengine.spi.OrderingStore;
import io.orderingengine.spi.RowIds;
import io.orderingengine.spi.RowKeys;
import io.orderingengine.spi.StoreConflictException;
import io.orderingengine.spi.StoreException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** However a call ends, its connection goes back to the pool, and can be used or is replaced. */
class ConnectionsGivenBackTest {
  private final WiredShop wired =
      new WiredShop(PostgreSqlServer.NEWEST, Duration.ofSeconds(1), settings -> settings);

  @AfterEach
  void close() {
    wired.close();
  }

  private void assertFails(Class<? extends Throwable> failure, ThrowingCallable call) {
    assertFails(wired.pool, failure, call);
  }

  private static void assertFails(
      HikariDataSource pool, Class<? extends Throwable> failure, ThrowingCallable call) {
    assertThatThrownBy(call).isInstanceOf(failure);
    assertThat(pool.getHikariPoolMXBean().getActiveConnections())
        .as("connections that are still out")
        .isZero();
  }

  private void assertStillSells() {
    wired.shop.assertSells();
    wired.assertSold(1);
  }

  @Test
  void afterAnErrorOfTheWork() {
    assertFails(AssertionError.class, () -> failAfterLock(wired.shop));
    assertStillSells();
  }

  private static void failAfterLock(MugShop shop) {
    RowKeys keys = RowKeys.builder().productDetails(RowIds.of(shop.mug.value())).build();
    shop.store.inTransaction(
        transaction -> {
          transaction.lock(keys);
          throw new AssertionError("a bug of the host's");
        });
  }

  @Test
  void afterAStatementThatFails() throws SQLException {
    wired.sql("ALTER TABLE ${prefix}payment ADD CONSTRAINT host CHECK (amount < 0) NOT VALID");
    assertFails(DatabaseException.class, wired.shop::buy);
    wired.sql("ALTER TABLE ${prefix}payment DROP CONSTRAINT host");
    assertStillSells();
  }

  /** The connection of a failed commit is given up, however well it is. */
  @Test
  void afterACommitThatTheHostRefuses() throws SQLException {
    wired.sql(
        "CREATE FUNCTION ${prefix}refuse() RETURNS trigger LANGUAGE plpgsql AS"
            + " $$ BEGIN RAISE EXCEPTION 'refused'; END $$");
    wired.sql(
        "CREATE CONSTRAINT TRIGGER host AFTER INSERT ON ${prefix}order DEFERRABLE"
            + " INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION ${prefix}refuse()");
    assertFails(StoreException.class, wired.shop::buy);
    wired.sql("DROP TRIGGER host ON ${prefix}order");
    assertStillSells();
  }

  @Test
  void afterALaneThatCannotBeHad() throws SQLException {
    JdbiStore fresh = wired.newStore();
    wired.sql("CREATE RULE host AS ON INSERT TO ${prefix}lane DO INSTEAD NOTHING");
    assertFails(StoreConflictException.class, () -> fresh.inTransaction(transaction -> true));
    wired.sql("DROP RULE host ON ${prefix}lane");
    assertStillSells();
  }

  @Test
  void onMariaDbToo() {
    DataSource database = MariaDbServer.NEWEST.newDatabase();
    Schema.in(database).createIfMissing();
    try (HikariDataSource pool = TestDatabase.pool(database);
        MugShop shop = new MugShop(JdbiStore.ownTransactions(pool).build(), Duration.ofSeconds(1));
        OrderingStore books = JdbiStore.ownTransactions(database).build()) {
      assertFails(pool, AssertionError.class, () -> failAfterLock(shop));
      for (String table : List.of("ordering_payment", "ordering_lane")) {
        SchemaSuite.execute(
            database,
            "CREATE TRIGGER host BEFORE INSERT ON "
                + table
                + " FOR EACH ROW SIGNAL SQLSTATE '45000'");
        JdbiStore fresh = JdbiStore.ownTransactions(pool).build();
        try (MugShop anew = shop.startedAnew(fresh)) {
          assertFails(pool, DatabaseException.class, anew::buy);
        }
        SchemaSuite.execute(database, "DROP TRIGGER host");
      }
      shop.assertSells();
      shop.assertSold(books, 1);
    }
  }

  /** What is committed is committed, whatever becomes of its connection. */
  @Test
  void byACloseThatFails() {
    DataSource database = H2Databases.inMemory();
    Schema.in(database).createIfMissing();
    var failing = new AtomicBoolean();
    DataSource host =
        JdbcProxy.connections(
            database,
            (method, proceed) -> {
              Object result = proceed.call();
              if (method.equals("close") && failing.get()) {
                throw new SQLException("cannot be closed");
              }
              return result;
            });
    try (MugShop shop =
            new MugShop(JdbiStore.ownTransactions(host).build(), Duration.ofSeconds(1));
        OrderingStore books = JdbiStore.ownTransactions(database).build()) {
      failing.set(true);
      shop.assertSells();
      shop.assertSold(books, 1);
    }
  }
}
