package io.orderingengine.jdbi;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.orderingengine.contract.StoreFixture;
import io.orderingengine.spi.OrderingStore;
import io.orderingengine.spi.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import javax.sql.DataSource;

/**
 * Tables in a real database, with a pool of connections. Making them takes longer than emptying
 * them: so they are used again, by one test after the other.
 */
final class TestDatabase implements StoreFixture {
  static final Duration LOCK_TIMEOUT = Duration.ofSeconds(20);

  private static final int CONNECTIONS = 140;

  private final HikariDataSource pool;
  private final String prefix;
  private final Queue<TestDatabase> home;

  private TestDatabase(HikariDataSource pool, String prefix, Queue<TestDatabase> home) {
    this.pool = pool;
    this.prefix = prefix;
    this.home = home;
  }

  /** A supply of databases that are given back to it when a test closes them. */
  static final class Supply implements AutoCloseable {
    private final Queue<TestDatabase> free = new ConcurrentLinkedQueue<>();
    private final Queue<TestDatabase> made = new ConcurrentLinkedQueue<>();
    private final Supplier<TestDatabase> another;

    Supply(DataSource dataSource, String prefix) {
      another = () -> create(dataSource, prefix, free);
    }

    Supply(Supplier<DataSource> dataSources) {
      another = () -> create(dataSources.get(), Prefix.DEFAULT.value(), free);
    }

    TestDatabase take() {
      TestDatabase database = free.poll();
      return database == null ? make() : database;
    }

    private TestDatabase make() {
      TestDatabase database = another.get();
      made.add(database);
      return database;
    }

    /** Closes all connections. */
    @Override
    public void close() {
      made.forEach(database -> database.pool.close());
    }
  }

  private static TestDatabase create(
      DataSource dataSource, String prefix, Queue<TestDatabase> home) {
    HikariDataSource pool = pool(dataSource);
    Schema.in(pool).tablePrefix(prefix).createIfMissing();
    return new TestDatabase(pool, prefix, home);
  }

  static HikariDataSource pool(DataSource dataSource) {
    var config = new HikariConfig();
    config.setDataSource(dataSource);
    config.setMaximumPoolSize(CONNECTIONS);
    config.setMinimumIdle(1);
    return new HikariDataSource(config);
  }

  DataSource dataSource() {
    return pool;
  }

  /** What the pool takes its connections from. */
  DataSource unpooled() {
    return pool.getDataSource();
  }

  String prefix() {
    return prefix;
  }

  int connectionsInUse() {
    return pool.getHikariPoolMXBean().getActiveConnections();
  }

  @Override
  public OrderingStore open() {
    return JdbiStore.ownTransactions(pool).tablePrefix(prefix).lockTimeout(LOCK_TIMEOUT).build();
  }

  /** A store whose transactions are parts of those of a host. */
  OrderingStore openHosted() {
    return new HostedStore(pool, prefix);
  }

  /** Empties the tables, and gives them back. */
  @Override
  public void close() {
    List<String> tables = new ArrayList<>(List.of("lane", "command_key"));
    List<String> model = new ArrayList<>(Table.ALL.stream().map(Table::name).toList());
    Collections.reverse(model);
    tables.addAll(model);
    try (Connection connection = pool.getConnection();
        Statement statement = connection.createStatement()) {
      for (String table : tables) {
        statement.addBatch("DELETE FROM " + prefix + table);
      }
      statement.executeBatch();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    home.add(this);
  }
}
