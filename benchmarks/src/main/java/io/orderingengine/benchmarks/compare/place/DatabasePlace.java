package io.orderingengine.benchmarks.compare.place;

import com.zaxxer.hikari.HikariDataSource;
import io.orderingengine.OrderingEngine;
import io.orderingengine.benchmarks.compare.arm.Arm;
import io.orderingengine.benchmarks.compare.arm.ArmKind;
import io.orderingengine.benchmarks.compare.arm.EngineArm;
import io.orderingengine.benchmarks.compare.arm.H2JdbcArm;
import io.orderingengine.benchmarks.compare.arm.JpaArm;
import io.orderingengine.benchmarks.compare.arm.MariaDbJdbcArm;
import io.orderingengine.benchmarks.compare.arm.PostgreSqlJdbcArm;
import io.orderingengine.benchmarks.compare.arm.ProcedureArm;
import io.orderingengine.benchmarks.compare.check.Conservation;
import io.orderingengine.benchmarks.compare.workload.Opening;
import io.orderingengine.jdbi.JdbiStore;
import io.orderingengine.jdbi.Schema;
import io.orderingengine.spi.Grouping;
import io.orderingengine.spi.OrderingStore;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import javax.sql.DataSource;

/** The tables of the library in a database. */
final class DatabasePlace implements Place {
  private final Server server;
  private final Opening opening;
  private final Dialect dialect;
  private final Pools pools;
  private final HikariDataSource aside;

  DatabasePlace(Server server, Opening opening, int poolSize) {
    this.server = server;
    this.opening = opening;
    dialect = Dialect.of(server.url());
    pools = new Pools(server, dialect, poolSize);
    aside = pools.aside();
    Schema.in(aside).createIfMissing();
  }

  @Override
  public Map<String, String> settings() throws SQLException {
    try (Connection connection = aside.getConnection()) {
      return Durability.of(dialect, connection);
    }
  }

  @Override
  public void putBack() throws SQLException {
    new OpeningRows(dialect, opening).write(aside);
  }

  @Override
  public Arm open(ArmKind kind) throws SQLException {
    HikariDataSource pool = pools.open(kind, false);
    return new PooledArm(arm(kind, pool), pool);
  }

  @Override
  public Optional<Arm> openCounted(ArmKind kind, Traffic traffic) throws SQLException {
    HikariDataSource pool = pools.open(kind, true);
    var counted = new CountedStatements(traffic.statements, dialect == Dialect.POSTGRESQL);
    return Optional.of(new PooledArm(arm(kind, counted.of(pool)), pool));
  }

  private Arm arm(ArmKind kind, DataSource pool) throws SQLException {
    return switch (kind) {
      case OURS -> new EngineArm(OrderingEngine.builder().store(store(pool)).build());
      case DIRECT ->
          new EngineArm(
              OrderingEngine.builder().store(store(pool)).grouping(Grouping.none()).build());
      case JDBC -> jdbc(pool);
      case JPA -> new JpaArm(pool);
      case PROCEDURE -> new ProcedureArm(pool);
      default -> throw new IllegalArgumentException(kind + " does not run on a database");
    };
  }

  private static OrderingStore store(DataSource pool) {
    return JdbiStore.ownTransactions(pool).build();
  }

  private Arm jdbc(DataSource pool) {
    return switch (dialect) {
      case H2 -> new H2JdbcArm(pool);
      case POSTGRESQL -> new PostgreSqlJdbcArm(pool);
      case MARIADB -> new MariaDbJdbcArm(pool);
    };
  }

  @Override
  public List<String> drifts(long acknowledged) throws SQLException {
    return new Conservation(aside, opening).drifts(acknowledged);
  }

  @Override
  public OptionalLong serverNanos() {
    return server.cpuNanos();
  }

  @Override
  public void close() {
    try (server;
        aside) {
      // Both are closed here, the connections first.
    }
  }
}
