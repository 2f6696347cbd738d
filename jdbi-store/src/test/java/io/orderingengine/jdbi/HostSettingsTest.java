package io.orderingengine.jdbi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderingengine.spi.StoreTimeoutException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * All settings of the host's connection are the same after a command as before it, in the middle of
 * the host's transaction, whatever became of the command.
 */
class HostSettingsTest {
  private static final Duration SHORT = Duration.ofMillis(300);

  /** What a host may have set for its transaction or for its session. */
  private static List<String> hostsOwn(EachDatabase kind) {
    return switch (kind) {
      case H2 -> List.of("SET LOCK_TIMEOUT 7001");
      case POSTGRESQL ->
          List.of(
              "SET LOCAL lock_timeout = 7001",
              "SET statement_timeout = 7002",
              "SET LOCAL enable_seqscan = off",
              "SET enable_mergejoin = off");
      case MARIADB -> List.of("SET innodb_lock_wait_timeout = 701", "SET max_statement_time = 702");
    };
  }

  private static String allSettings(EachDatabase kind) {
    return switch (kind) {
      case H2 ->
          "SELECT SETTING_NAME, SETTING_VALUE FROM INFORMATION_SCHEMA.SETTINGS"
              + " WHERE SETTING_NAME NOT LIKE 'info.%' UNION ALL SELECT 'lock', CAST(LOCK_TIMEOUT() AS VARCHAR)";
      case POSTGRESQL -> "SELECT name, setting FROM pg_settings";
      case MARIADB ->
          "SELECT VARIABLE_NAME, VARIABLE_VALUE FROM INFORMATION_SCHEMA.SESSION_VARIABLES"
              + " WHERE VARIABLE_NAME NOT IN ('TIMESTAMP', 'IN_TRANSACTION')";
    };
  }

  private static Map<String, String> settings(EachDatabase kind, Connection connection)
      throws SQLException {
    Map<String, String> settings = new TreeMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet results = statement.executeQuery(allSettings(kind))) {
      while (results.next()) {
        settings.put(results.getString(1), results.getString(2));
      }
    }
    settings.put("autoCommit of the driver", String.valueOf(connection.getAutoCommit()));
    settings.put("isolation", String.valueOf(connection.getTransactionIsolation()));
    settings.put("time-out of the network", String.valueOf(connection.getNetworkTimeout()));
    return settings;
  }

  @ParameterizedTest
  @EnumSource
  void areAsFound(EachDatabase kind) throws SQLException {
    try (TestDatabase database = kind.take();
        MugShop shop = new MugShop(database.open(), Duration.ofSeconds(10));
        Connection connection = database.unpooled().getConnection();
        Connection other = database.unpooled().getConnection()) {
      connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
      connection.setAutoCommit(false);
      MugShop joined =
          shop.startedAnew(
              JdbiStore.hostTransactions(database.dataSource(), () -> connection)
                  .tablePrefix(database.prefix())
                  .lockTimeout(SHORT)
                  .build());
      for (String sql : hostsOwn(kind)) {
        execute(connection, sql);
      }
      Map<String, String> found = settings(kind, connection);
      assertThat(found).containsValue(kind == EachDatabase.MARIADB ? "701" : "7001");

      joined.buy().orElseThrow();
      assertThat(settings(kind, connection)).as("after a command").isEqualTo(found);
      assertThat(joined.buyTooMany().isAccepted()).isFalse();
      assertThat(settings(kind, connection)).as("after a rejection").isEqualTo(found);
      assertThat(joined.engine.catalog().findDetail(joined.mug)).isPresent();
      assertThat(settings(kind, connection)).as("after a read").isEqualTo(found);

      other.setAutoCommit(false);
      String balances = database.prefix() + "balance";
      connection.rollback();
      for (String sql : hostsOwn(kind)) {
        execute(connection, sql);
      }
      execute(other, "SELECT id FROM " + balances + " FOR UPDATE");
      assertThatThrownBy(joined::buy).isInstanceOf(StoreTimeoutException.class);
      assertThat(settings(kind, connection)).as("after a failure").isEqualTo(found);
      other.rollback();
      connection.rollback();
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
