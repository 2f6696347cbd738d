package io.orderingengine.jdbi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.orderingengine.jdbi.HostTransactionRefusedException.Reason;
import io.orderingengine.order.Checkout;
import io.orderingengine.spi.OrderingStore;
import io.orderingengine.spi.StoreConflictException;
import io.orderingengine.spi.StoreTimeoutException;
import io.orderingengine.user.NewUser;
import io.orderingengine.user.UserId;
import io.orderingengine.value.Money;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;

/**
 * What goes wrong in a host's transaction has a name, and never lets half of the transaction be
 * committed unnoticed.
 */
class HostFaultsTest {
  private static final Duration SHORT = Duration.ofMillis(300);

  /** Those that wait for each other must not share one. */
  private static final Executor ITS_OWN_THREAD = work -> new Thread(work, "another host").start();

  private TestDatabase database;
  private OrderingStore books;
  private MugShop shop;

  /** The connection that the host says it has. */
  private Connection current;

  private MugShop joined;

  private void open(EachDatabase kind) throws SQLException {
    database = kind.take();
    books = database.open();
    shop = new MugShop(books, Duration.ofSeconds(10));
    HostNotes.create(database);
    current = database.dataSource().getConnection();
    joined = joined(() -> current);
  }

  private MugShop joined(HostConnection host) {
    return shop.startedAnew(
        JdbiStore.hostTransactions(database.dataSource(), host)
            .tablePrefix(database.prefix())
            .lockTimeout(SHORT)
            .build());
  }

  private void begin(Connection connection) throws SQLException {
    connection.setAutoCommit(false);
    connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
  }

  @AfterEach
  void close() throws SQLException {
    if (database != null) {
      if (!current.isClosed()) {
        current.close();
      }
      joined.close();
      shop.close();
      HostNotes.drop(database);
      database.close();
    }
  }

  private static HostTransactionRefusedException refused(ThrowingCallable command) {
    return catchThrowableOfType(HostTransactionRefusedException.class, command);
  }

  @ParameterizedTest
  @EnumSource
  void withoutATransactionACommandIsRefused(EachDatabase kind) throws SQLException {
    open(kind);
    assertThat(refused(joined::buy))
        .hasMessageContaining("setAutoCommit(false)")
        .returns(Reason.NO_TRANSACTION, HostTransactionRefusedException::reason);
    shop.assertSold(books, 0);
  }

  @ParameterizedTest
  @EnumSource
  void withoutATransactionReadsWork(EachDatabase kind) throws SQLException {
    open(kind);
    assertThat(joined.engine.catalog().findDetail(joined.mug)).isPresent();
    assertThat(current.getAutoCommit()).isTrue();
  }

  /** Its connections are given back, else the pool would run dry. */
  @ParameterizedTest
  @EnumSource
  void outsideOfSpringsTransactions(EachDatabase kind) throws SQLException {
    open(kind);
    DataSource pool = database.dataSource();
    try (OrderingStore store =
        JdbiStore.hostTransactions(pool, new TransactionAwareDataSourceProxy(pool))
            .tablePrefix(database.prefix())
            .build()) {
      int inUse = database.connectionsInUse();
      MugShop springs = shop.startedAnew(store);
      assertThat(refused(springs::buy).reason()).isEqualTo(Reason.NO_TRANSACTION);
      assertThat(springs.engine.catalog().findDetail(joined.mug)).isPresent();
      assertThat(database.connectionsInUse()).isEqualTo(inUse);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aClosedConnection(EachDatabase kind) throws SQLException {
    open(kind);
    begin(current);
    current.rollback();
    current.close();
    assertThat(refused(joined::buy).reason()).isEqualTo(Reason.CLOSED_CONNECTION);
    shop.assertSold(books, 0);
  }

  @ParameterizedTest
  @EnumSource
  void noConnection(EachDatabase kind) throws SQLException {
    open(kind);
    MugShop without = joined(() -> null);
    assertThat(refused(without::buy).reason()).isEqualTo(Reason.NO_CONNECTION);
    assertThat(refused(() -> without.engine.catalog().findDetail(joined.mug)).reason())
        .isEqualTo(Reason.NO_CONNECTION);
  }

  /** A database that fails a command for a reason of its own, such as a check of the host's. */
  @ParameterizedTest
  @EnumSource
  void aConstraintErrorLeavesTheTransactionUsable(EachDatabase kind) throws SQLException {
    open(kind);
    String payment = database.prefix() + "payment";
    execute("ALTER TABLE " + payment + " ADD CONSTRAINT host_wants_none CHECK (amount < 2)");
    try {
      begin(current);
      HostNotes.write(current, database, 1);
      DatabaseException failure =
          catchThrowableOfType(
              DatabaseException.class,
              () -> joined.engine.orders().checkout(Checkout.by(joined.user).item(joined.mug, 2)));
      assertThat(failure.sqlState()).startsWith("23");
      HostNotes.write(current, database, 2);
      joined.buy().orElseThrow();
      current.commit();
    } finally {
      current.rollback();
      execute("ALTER TABLE " + payment + " DROP CONSTRAINT host_wants_none");
    }
    assertThat(HostNotes.in(database)).containsExactly(1L, 2L);
    shop.assertSold(books, 1);
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = database.dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aRowThatIsHeldTooLongLeavesTheTransactionUsable(EachDatabase kind) throws SQLException {
    open(kind);
    begin(current);
    HostNotes.write(current, database, 1);
    try (Connection other = database.dataSource().getConnection();
        Statement statement = other.createStatement()) {
      begin(other);
      statement.execute("SELECT id FROM " + database.prefix() + "product_details FOR UPDATE");
      assertThatThrownBy(joined::buy).isInstanceOf(StoreTimeoutException.class);
      other.rollback();
    }
    joined.buy().orElseThrow();
    current.commit();
    assertThat(HostNotes.in(database)).containsExactly(1L);
    shop.assertSold(books, 1);
  }

  /** As it comes from a trigger of the host's: the level READ COMMITTED itself has none. */
  @ParameterizedTest
  @EnumSource
  void aSerializationFailureLosesTheTransaction(EachDatabase kind) throws SQLException {
    open(kind);
    var failing = new AtomicBoolean(true);
    Connection connection = current;
    Connection lossy =
        JdbcProxy.of(
            Connection.class,
            connection,
            (method, proceed) -> {
              if (failing.get() && method.equals("prepareStatement")) {
                throw new SQLException("could not serialize access", "40001", 1213);
              }
              return proceed.call();
            });
    begin(connection);
    HostNotes.write(connection, database, 1);
    current = lossy;
    assertLost();
    failing.set(false);
    connection.rollback();
    joined.buy().orElseThrow();
    connection.commit();
    assertThat(HostNotes.in(database)).isEmpty();
    shop.assertSold(books, 1);
  }

  private void assertLost() {
    assertThatThrownBy(joined::buy)
        .isInstanceOf(HostTransactionLostException.class)
        .hasMessageContaining("roll back and run your transaction again");
  }

  @ParameterizedTest
  @EnumSource
  void aLostConnectionLosesTheTransaction(EachDatabase kind) throws SQLException {
    open(kind);
    current.close();
    current = database.unpooled().getConnection();
    begin(current);
    HostNotes.write(current, database, 1);
    joined.buy().orElseThrow();
    kill(kind, current);
    if (kind == EachDatabase.H2) {
      // Its driver knows at once.
      assertThat(refused(joined::buy).reason()).isEqualTo(Reason.CLOSED_CONNECTION);
    } else {
      assertLost();
    }
    assertThat(HostNotes.in(database)).isEmpty();
    shop.assertSold(books, 0);
  }

  private void kill(EachDatabase kind, Connection connection) throws SQLException {
    String who =
        switch (kind) {
          case H2 -> "SELECT SESSION_ID()";
          case POSTGRESQL -> "SELECT pg_backend_pid()";
          case MARIADB -> "SELECT CONNECTION_ID()";
        };
    String session;
    try (Statement statement = connection.createStatement();
        ResultSet results = statement.executeQuery(who)) {
      results.next();
      session = results.getString(1);
    }
    execute(
        switch (kind) {
          case H2 -> "CALL ABORT_SESSION(" + session + ")";
          case POSTGRESQL -> "SELECT pg_terminate_backend(" + session + ", 10000)";
          case MARIADB -> "KILL " + session;
        });
  }

  /**
   * Two hosts charge two users each, in opposite orders. Who loses and commits all the same keeps
   * nothing of what it did, and then takes the other's order, so that they cannot meet again.
   */
  @ParameterizedTest
  @EnumSource
  void aDeadlockIsLostByOneOfTwoHosts(EachDatabase kind) throws Exception {
    open(kind);
    Host.Transactions hosts = Host.PLAIN_JDBC.over(database.dataSource());
    JdbiStoreBuilder joining = hosts.joining().tablePrefix(database.prefix());
    try (MugShop both = shop.startedAnew(joining.lockTimeout(Duration.ofSeconds(20)).build())) {
      UserId bob = shop.engine.users().register(NewUser.named("Bob")).orElseThrow().id();
      var haveOne = new CyclicBarrier(2);
      var lost = new AtomicInteger();
      CompletableFuture<Void> one =
          CompletableFuture.runAsync(
              () -> charge(hosts, both, 1, List.of(both.user, bob), haveOne, lost), ITS_OWN_THREAD);
      CompletableFuture<Void> other =
          CompletableFuture.runAsync(
              () -> charge(hosts, both, 2, List.of(bob, both.user), haveOne, lost), ITS_OWN_THREAD);
      CompletableFuture.allOf(one, other).get(1, TimeUnit.MINUTES);
      assertThat(lost).as("transactions that were lost").hasValue(1);
      assertThat(HostNotes.in(database)).containsExactly(1L, 2L);
      assertThat(books.queries().balance(bob.value()).balance()).isEqualTo(2);
      shop.assertSold(books, 0);
    }
  }

  private void charge(
      Host.Transactions hosts,
      MugShop shop,
      long note,
      List<UserId> users,
      CyclicBarrier haveOne,
      AtomicInteger lost) {
    try {
      boolean done = false;
      for (int attempt = 1; !done; attempt++) {
        boolean first = attempt == 1;
        done =
            hosts.run(
                connection -> {
                  HostNotes.write(connection, database, note);
                  try {
                    shop.engine
                        .balances()
                        .charge(users.get(first ? 0 : 1), Money.of(1))
                        .orElseThrow();
                    if (first) {
                      await(haveOne);
                    }
                    shop.engine
                        .balances()
                        .charge(users.get(first ? 1 : 0), Money.of(1))
                        .orElseThrow();
                    return true;
                  } catch (HostTransactionLostException e) {
                    lost.incrementAndGet();
                    commitAllTheSame(connection);
                    assertThat(HostNotes.in(database)).doesNotContain(note);
                    return false;
                  }
                });
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Some databases refuse it, the others have nothing to commit. */
  private static void commitAllTheSame(Connection connection) {
    try {
      connection.commit();
    } catch (SQLException refused) {
      assertThat(refused.getSQLState()).isNotNull();
    }
  }

  private static void await(CyclicBarrier barrier) {
    try {
      barrier.await(30, TimeUnit.SECONDS);
    } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Of two hosts that register the same user, the second waits for the first, is told that the
   * first was faster, and then finds its user.
   */
  @ParameterizedTest
  @EnumSource
  void aTakenKeyLeavesTheTransactionUsable(EachDatabase kind) throws Exception {
    open(kind);
    Host.Transactions hosts = Host.PLAIN_JDBC.over(database.dataSource());
    JdbiStoreBuilder joining = hosts.joining().tablePrefix(database.prefix());
    NewUser bob = NewUser.named("Bob").externalId("bob");
    try (MugShop both = shop.startedAnew(joining.lockTimeout(Duration.ofSeconds(20)).build())) {
      begin(current);
      joined.engine.users().register(bob).orElseThrow();
      CompletableFuture<UserId> second =
          CompletableFuture.supplyAsync(() -> registerTwice(hosts, both, bob), ITS_OWN_THREAD);
      Polling.until("the second has met the first", () -> second.isDone() || someoneWrites(kind));
      current.commit();
      UserId found = shop.engine.users().findByExternalId("bob").orElseThrow().id();
      assertThat(second.get(1, TimeUnit.MINUTES)).isEqualTo(found);
      assertThat(HostNotes.in(database)).containsExactly(1L);
    }
  }

  private UserId registerTwice(Host.Transactions hosts, MugShop shop, NewUser user) {
    try {
      return hosts.run(
          connection -> {
            HostNotes.write(connection, database, 1);
            assertThatThrownBy(() -> shop.engine.users().register(user))
                .isInstanceOf(StoreConflictException.class);
            return shop.engine.users().register(user).orElseThrow().id();
          });
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private boolean someoneWrites(EachDatabase kind) {
    String writing =
        switch (kind) {
          case H2 -> "INFORMATION_SCHEMA.SESSIONS WHERE EXECUTING_STATEMENT LIKE 'INSERT %'";
          case POSTGRESQL -> "pg_stat_activity WHERE wait_event_type = 'Lock'";
          case MARIADB ->
              "INFORMATION_SCHEMA.PROCESSLIST WHERE ID <> CONNECTION_ID() AND INFO LIKE '%INSERT %'";
        };
    return !SchemaSuite.query(database.unpooled(), "SELECT 1 FROM " + writing).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void asyncCallsAreRefused(EachDatabase kind) throws SQLException {
    open(kind);
    assertThatThrownBy(
            () ->
                joined.engine.orders().checkoutAsync(Checkout.by(joined.user).item(joined.mug, 1)))
        .isInstanceOf(UnsupportedOperationException.class)
        .hasMessageContaining("without Async");
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aProxyOfSpringsIsNoPool(boolean wrapped) {
    DataSource pool = H2Databases.inMemory();
    Schema.in(pool).createIfMissing();
    var proxy = new TransactionAwareDataSourceProxy(pool);
    DataSource given = wrapped ? new DelegatingDataSource(proxy) : proxy;
    List<ThrowingCallable> uses =
        List.of(
            () -> JdbiStore.ownTransactions(given).build(),
            () -> JdbiStore.hostTransactions(given, () -> current).build(),
            () -> Schema.in(given));
    for (ThrowingCallable use : uses) {
      assertThatThrownBy(use)
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("TransactionAwareDataSourceProxy")
          .hasMessageContaining("JdbiStore.hostTransactions(target, proxy)");
    }
  }

  @Test
  void anH2FileIsNotJoined() {
    DataSource file =
        H2Databases.dataSource("async:" + H2Databases.file() + ";WRITE_DELAY=0;DB_CLOSE_DELAY=0");
    Schema.in(file).createIfMissing();
    assertThatThrownBy(() -> JdbiStore.hostTransactions(file, () -> current).build())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("JdbiStore.ownTransactions(dataSource)");
  }
}
