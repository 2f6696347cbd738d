package io.orderingengine.jdbi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.orderingengine.spi.OrderingStore;
import io.orderingengine.spi.RowIds;
import io.orderingengine.spi.RowKeys;
import io.orderingengine.spi.StoreTimeoutException;
import io.orderingengine.spi.Table;
import io.orderingengine.value.PageRequest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.TransactionState;

/**
 * The host's connection comes back as it was, after whatever was done with it. It is one raw
 * connection, so that no pool can have reset it.
 */
class SettingsAsFoundTest {
  private static final List<String> POSTGRESQL =
      List.of(
          "lock_timeout",
          "statement_timeout",
          "idle_in_transaction_session_timeout",
          "default_transaction_isolation",
          "default_transaction_read_only",
          "enable_seqscan",
          "enable_hashjoin",
          "plan_cache_mode",
          "enable_mergejoin",
          "search_path",
          "timezone");

  private static final List<String> MARIADB =
      List.of(
          "in_transaction",
          "autocommit",
          "innodb_lock_wait_timeout",
          "max_statement_time",
          "sql_mode",
          "time_zone",
          "tx_isolation",
          "tx_read_only",
          "foreign_key_checks");

  static Stream<Arguments> found() {
    return Stream.of(true, false)
        .flatMap(
            autoCommit ->
                Stream.of(
                        Connection.TRANSACTION_READ_COMMITTED,
                        Connection.TRANSACTION_REPEATABLE_READ,
                        Connection.TRANSACTION_SERIALIZABLE)
                    .map(isolation -> arguments(autoCommit, isolation)));
  }

  /** What a host may have set, and whether a transaction is open. */
  private interface Looking {
    Map<String, Object> look() throws SQLException;
  }

  @ParameterizedTest
  @MethodSource("found")
  void onPostgreSql(boolean autoCommit, int isolation) throws SQLException {
    DataSource database = PostgreSqlServer.NEWEST.dataSource();
    String prefix = PostgreSqlServer.NEWEST.newPrefix();
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      for (String setting :
          List.of("lock_timeout = 7001", "statement_timeout = 7002", "enable_hashjoin = off")) {
        statement.execute("SET " + setting);
      }
      statement.execute("SET default_transaction_read_only = on");
      connection.setNetworkTimeout(Runnable::run, 700_001);
      connection.setTransactionIsolation(isolation);
      connection.setAutoCommit(autoCommit);
      everythingLeavesTheSettings(database, connection, prefix, () -> settings(connection));
      try (OrderingStore books = JdbiStore.ownTransactions(database).tablePrefix(prefix).build()) {
        assertThat(MugShop.orders(books)).as("orders in the rows").hasSize(2);
      }
    }
  }

  private static Map<String, Object> settings(Connection connection) throws SQLException {
    Map<String, Object> settings = new LinkedHashMap<>();
    TransactionState state = connection.unwrap(BaseConnection.class).getTransactionState();
    settings.put("transaction", state);
    settings.put("autoCommit", connection.getAutoCommit());
    settings.put("isolation", connection.getTransactionIsolation());
    settings.put("networkTimeout", connection.getNetworkTimeout());
    settings.put("readOnly", connection.isReadOnly());
    try (Statement statement = connection.createStatement()) {
      for (String name : POSTGRESQL) {
        try (ResultSet results = statement.executeQuery("SHOW " + name)) {
          results.next();
          settings.put(name, results.getString(1));
        }
      }
    }
    if (!connection.getAutoCommit()) {
      connection.rollback();
    }
    return settings;
  }

  @ParameterizedTest
  @MethodSource("found")
  void onH2(boolean autoCommit, int isolation) throws SQLException {
    DataSource database = H2Databases.inMemory();
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("SET LOCK_TIMEOUT 7001");
      connection.setTransactionIsolation(isolation);
      connection.setAutoCommit(autoCommit);
      everythingLeavesTheSettings(
          database, connection, Prefix.DEFAULT.value(), () -> settingsOnH2(connection, database));
      try (OrderingStore books = JdbiStore.ownTransactions(database).build()) {
        assertThat(MugShop.orders(books)).as("orders in the rows").hasSize(2);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("found")
  void onMariaDb(boolean autoCommit, int isolation) throws SQLException {
    DataSource database = MariaDbServer.NEWEST.dataSource();
    String prefix = MariaDbServer.NEWEST.newPrefix();
    String notes = prefix + "notes";
    Schema.in(database).tablePrefix(prefix).createIfMissing();
    SchemaSuite.execute(
        database, "CREATE TABLE " + notes + " (n INT)", "INSERT INTO " + notes + " VALUES (1)");
    try (Connection connection = database.getConnection();
        Connection other = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(
          "SET innodb_lock_wait_timeout = 71, max_statement_time = 72, time_zone = '-07:00',"
              + " sql_mode = 'STRICT_ALL_TABLES,ANSI_QUOTES', tx_read_only = 1");
      other.createStatement().execute("SET innodb_lock_wait_timeout = 0");
      connection.setNetworkTimeout(Runnable::run, 700_001);
      connection.setTransactionIsolation(isolation);
      connection.setAutoCommit(autoCommit);
      everythingLeavesTheSettings(
          database, connection, prefix, () -> settingsOnMariaDb(connection, other, notes));
      try (OrderingStore books = JdbiStore.ownTransactions(database).tablePrefix(prefix).build()) {
        assertThat(MugShop.orders(books)).as("orders in the rows").hasSize(2);
      }
    }
  }

  /** What is set for the next transaction only, nobody can ask for: that transaction tells. */
  private static Map<String, Object> settingsOnMariaDb(
      Connection connection, Connection other, String notes) throws SQLException {
    Map<String, Object> settings = new LinkedHashMap<>();
    boolean autoCommit = connection.getAutoCommit();
    connection.setAutoCommit(false);
    String before = text(connection, "SELECT n FROM " + notes);
    settings.put("other writes", done(other, "UPDATE " + notes + " SET n = n + 1"));
    settings.put("sees it", !text(connection, "SELECT n FROM " + notes).equals(before));
    settings.put("writes", done(connection, "UPDATE " + notes + " SET n = 0"));
    connection.rollback();
    connection.setAutoCommit(autoCommit);
    settings.put("autoCommit", autoCommit);
    settings.put("isolation", connection.getTransactionIsolation());
    settings.put("networkTimeout", connection.getNetworkTimeout());
    settings.put("readOnly", connection.isReadOnly());
    for (String name : MARIADB) {
      settings.put(name, text(connection, "SELECT @@SESSION." + name));
    }
    return settings;
  }

  private static boolean done(Connection connection, String sql) {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
      return true;
    } catch (SQLException e) {
      return false;
    }
  }

  /** An open transaction of H2 shows only in what it has locked. */
  private static Map<String, Object> settingsOnH2(Connection connection, DataSource database)
      throws SQLException {
    Map<String, Object> settings = new LinkedHashMap<>();
    settings.put("autoCommit", connection.getAutoCommit());
    settings.put("isolation", connection.getTransactionIsolation());
    settings.put("LOCK_TIMEOUT", text(connection, "CALL LOCK_TIMEOUT()"));
    try (Connection other = database.getConnection()) {
      String session = text(connection, "CALL SESSION_ID()");
      settings.put("locks", text(other, "SELECT COUNT(*) FROM INFORMATION_SCHEMA.LOCKS"));
      settings.put(
          "uncommitted",
          text(
              other,
              "SELECT CONTAINS_UNCOMMITTED FROM INFORMATION_SCHEMA.SESSIONS WHERE SESSION_ID = "
                  + session));
    }
    if (!connection.getAutoCommit()) {
      connection.rollback();
    }
    return settings;
  }

  private static String text(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet results = statement.executeQuery(sql)) {
      results.next();
      return results.getString(1);
    }
  }

  private static void everythingLeavesTheSettings(
      DataSource database, Connection connection, String prefix, Looking looking)
      throws SQLException {
    DataSource host = OneConnection.lending(connection);
    var before = new LinkedHashMap<>(looking.look());
    Runnable unchanged =
        () -> {
          try {
            assertThat(looking.look()).isEqualTo(before);
          } catch (SQLException e) {
            throw new IllegalStateException(e);
          }
        };
    Schema schema = Schema.in(host).tablePrefix(prefix);
    schema.createIfMissing();
    unchanged.run();
    schema.validate();
    unchanged.run();
    schema.createIfMissing();
    unchanged.run();
    var store =
        JdbiStore.ownTransactions(host)
            .tablePrefix(prefix)
            .lockTimeout(Duration.ofMillis(100))
            .build();
    unchanged.run();
    try (MugShop shop = new MugShop(store, Duration.ofSeconds(5))) {
      unchanged.run();
      everyCall(shop, unchanged);
      TimeoutTest.whileHeld(
          database,
          prefix + "product_details",
          () -> assertThatThrownBy(shop::buy).isInstanceOf(StoreTimeoutException.class));
      unchanged.run();
      SchemaSuite.execute(database, "DROP TABLE " + prefix + "stock_adjustment");
      assertThatThrownBy(() -> store.queries().chunk(Table.STOCK_ADJUSTMENTS, 0, 1))
          .isInstanceOf(DatabaseException.class);
      unchanged.run();
    }
    unchanged.run();
  }

  private static void everyCall(MugShop shop, Runnable unchanged) {
    shop.buy("cart-17").orElseThrow();
    unchanged.run();
    shop.buy("cart-17").orElseThrow();
    unchanged.run();
    assertThat(shop.buyTooMany().isAccepted()).as("more mugs than there are").isFalse();
    unchanged.run();
    shop.engine.orders().page(shop.user, PageRequest.newestFirst(5));
    unchanged.run();
    shop.store.reserveIds(7);
    unchanged.run();
    shop.store.inTransaction(transaction -> transaction.lock(RowKeys.builder().build()));
    unchanged.run();
    RowKeys keys = RowKeys.builder().productDetails(RowIds.of(shop.mug.value())).build();
    assertThatThrownBy(
            () ->
                shop.store.inTransaction(
                    transaction -> {
                      transaction.lock(keys);
                      throw new StoreTimeoutException("planted");
                    }))
        .hasMessage("planted");
    unchanged.run();
  }

  private static DataSource fresh(Dialect dialect) {
    return switch (dialect) {
      case H2 -> H2Databases.inMemory();
      case POSTGRESQL -> PostgreSqlServer.NEWEST.dataSource();
      case MARIADB -> MariaDbServer.NEWEST.newDatabase();
    };
  }

  @ParameterizedTest
  @EnumSource(names = {"H2", "POSTGRESQL"})
  void itsTransactionsAreReadCommitted(Dialect dialect) throws SQLException {
    DataSource database = fresh(dialect);
    String prefix = PostgreSqlServer.NEWEST.newPrefix();
    try (Connection connection = database.getConnection()) {
      connection.setTransactionIsolation(Connection.TRANSACTION_SERIALIZABLE);
      DataSource host = OneConnection.lending(connection);
      Schema.in(host).tablePrefix(prefix).createIfMissing();
      try (JdbiStore store = JdbiStore.ownTransactions(host).tablePrefix(prefix).build()) {
        int isolation =
            store.inTransaction(
                transaction -> {
                  transaction.lock(RowKeys.builder().build());
                  return isolation(connection);
                });
        assertThat(isolation).isEqualTo(Connection.TRANSACTION_READ_COMMITTED);
      }
    }
  }

  private static int isolation(Connection connection) {
    try {
      return connection.getTransactionIsolation();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"POSTGRESQL", "MARIADB"})
  void aPoolWithAutoCommitOff(Dialect dialect) throws SQLException {
    DataSource database = fresh(dialect);
    var config = new HikariConfig();
    config.setDataSource(database);
    config.setAutoCommit(false);
    config.setReadOnly(true);
    config.setTransactionIsolation("TRANSACTION_SERIALIZABLE");
    config.setMaximumPoolSize(2);
    String prefix = PostgreSqlServer.NEWEST.newPrefix();
    try (var pool = new HikariDataSource(config)) {
      // MariaDB commits each statement that makes a table, and the next is read-only again.
      Schema.in(dialect == Dialect.MARIADB ? database : pool).tablePrefix(prefix).createIfMissing();
      Schema.in(pool).tablePrefix(prefix).createIfMissing();
      OrderingStore store = JdbiStore.ownTransactions(pool).tablePrefix(prefix).build();
      OrderingStore books = JdbiStore.ownTransactions(database).tablePrefix(prefix).build();
      try (MugShop shop = new MugShop(store, Duration.ofSeconds(5))) {
        shop.buy().orElseThrow();
        shop.assertSold(books, 1);
      }
      assertThat(pool.getHikariPoolMXBean().getActiveConnections()).isZero();
    }
  }
}
