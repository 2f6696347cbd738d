package io.orderingengine.benchmarks.compare.place;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.orderingengine.benchmarks.compare.arm.ArmKind;
import java.time.Duration;
import java.util.Set;

/** A pool for each arm, of one size for all, with the driver's settings that serve it best. */
final class Pools {
  private static final Set<ArmKind> WITHOUT_AUTO_COMMIT = Set.of(ArmKind.JDBC, ArmKind.JPA);

  private final Server server;
  private final Dialect dialect;
  private final int size;

  Pools(Server server, Dialect dialect, int size) {
    this.server = server;
    this.dialect = dialect;
    this.size = size;
  }

  HikariDataSource open(ArmKind kind, boolean counted) {
    HikariConfig config = config(size);
    if (WITHOUT_AUTO_COMMIT.contains(kind)) {
      config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
      config.setAutoCommit(kind == ArmKind.JDBC && dialect == Dialect.POSTGRESQL);
    }
    if (kind == ArmKind.JPA && dialect == Dialect.POSTGRESQL) {
      config.addDataSourceProperty("reWriteBatchedInserts", "true");
    }
    if (kind == ArmKind.JDBC && dialect == Dialect.MARIADB) {
      config.addDataSourceProperty("allowMultiQueries", "true");
    }
    if (counted && dialect != Dialect.H2) {
      config.addDataSourceProperty("socketFactory", CountingSockets.class.getName());
    }
    return new HikariDataSource(config);
  }

  /** One connection, to put rows back and to check them. */
  HikariDataSource aside() {
    return new HikariDataSource(config(1));
  }

  private HikariConfig config(int connections) {
    var config = new HikariConfig();
    config.setJdbcUrl(server.url());
    if (server.user() != null) {
      config.setUsername(server.user());
      config.setPassword(server.password());
    }
    config.setMaximumPoolSize(connections);
    config.setConnectionTimeout(Duration.ofMinutes(1).toMillis());
    return config;
  }
}
