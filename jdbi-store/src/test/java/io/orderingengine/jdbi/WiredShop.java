package io.orderingengine.jdbi;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.orderingengine.spi.OrderingStore;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.function.UnaryOperator;

/** A mug shop at the far end of a wire to PostgreSQL. Its books are read past the wire. */
final class WiredShop implements AutoCloseable {
  private static final int CONNECTIONS = 20;
  private static final Duration VALIDATION = Duration.ofMillis(250);

  final PostgreSqlServer server;
  final String prefix;
  final PostgreSqlWire wire;
  final HikariDataSource pool;
  final OrderingStore books;
  final MugShop shop;
  private final UnaryOperator<JdbiStoreBuilder> settings;

  /**
   * Opens it.
   *
   * @param patience how long a connection is waited for, and how long a command may be run again
   */
  WiredShop(PostgreSqlServer server, Duration patience, UnaryOperator<JdbiStoreBuilder> settings) {
    this.server = server;
    this.settings = settings;
    prefix = server.newPrefix();
    Schema.in(server.dataSource()).tablePrefix(prefix).createIfMissing();
    wire = new PostgreSqlWire(server.port());
    pool = pool(patience);
    books = JdbiStore.ownTransactions(server.dataSource()).tablePrefix(prefix).build();
    shop = new MugShop(newStore(), patience);
  }

  private HikariDataSource pool(Duration patience) {
    var config = new HikariConfig();
    config.setDataSource(wire.dataSource());
    config.setMaximumPoolSize(CONNECTIONS);
    config.setMinimumIdle(1);
    config.setConnectionTimeout(patience.toMillis());
    config.setValidationTimeout(VALIDATION.toMillis());
    return new HikariDataSource(config);
  }

  /** Another store over the wire. */
  JdbiStore newStore() {
    return settings.apply(JdbiStore.ownTransactions(pool).tablePrefix(prefix)).build();
  }

  void assertSold(int mugs) {
    shop.assertSold(books, mugs);
  }

  /** Runs SQL past the wire, with this shop's prefix for {@code ${prefix}}. */
  void sql(String sql) throws SQLException {
    try (Connection connection = server.dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql.replace("${prefix}", prefix));
    }
  }

  @Override
  public void close() {
    shop.close();
    books.close();
    wire.close();
    pool.close();
  }
}
