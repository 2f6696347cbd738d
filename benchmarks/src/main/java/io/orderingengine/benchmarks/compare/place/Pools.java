package io.orderingengine.benchmarks.compare.place;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.orderingengine.benchmarks.compare.arm.ArmKind;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/** A pool for each arm, of one size for all, with the driver's settings that serve it best. */
final class Pools {
  private static final Set<ArmKind> WITHOUT_AUTO_COMMIT = Set.of(ArmKind.JDBC, ArmKind.JPA);

  static {
    // Else the pool would fill while the first callers are measured or counted.
    System.setProperty("com.zaxxer.hikari.blockUntilFilled", "true");
  }

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
    driverSettings(kind).forEach(config::addDataSourceProperty);
    if (counted && dialect != Dialect.H2) {
      config.addDataSourceProperty("socketFactory", CountingSockets.class.getName());
    }
    return new HikariDataSource(config);
  }

  /** What an expert sets for an arm; the engine runs on the driver's defaults. */
  private Map<String, String> driverSettings(ArmKind kind) {
    return switch (dialect) {
      case H2, MARIADB -> Map.of();
      case POSTGRESQL ->
          switch (kind) {
            case JDBC, PROCEDURE ->
                Map.of("prepareThreshold", "1", "options", "-c plan_cache_mode=force_generic_plan");
            case JPA -> Map.of("reWriteBatchedInserts", "true");
            default -> Map.of();
          };
    };
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
