package io.orderingengine.benchmarks.compare.place;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;

/** What a database does with a commit, as the database itself says. */
final class Durability {
  private static final String POSTGRESQL =
      "SELECT name, setting || COALESCE(unit, '') FROM pg_settings WHERE name IN ('fsync',"
          + " 'synchronous_commit', 'full_page_writes', 'wal_sync_method', 'shared_buffers',"
          + " 'max_wal_size', 'max_connections', 'server_version')";
  private static final String MARIADB =
      "SELECT LOWER(variable_name), variable_value FROM information_schema.global_variables WHERE"
          + " variable_name IN ('innodb_flush_log_at_trx_commit', 'sync_binlog', 'log_bin',"
          + " 'innodb_doublewrite', 'tx_isolation', 'transaction_isolation',"
          + " 'innodb_buffer_pool_size', 'innodb_log_file_size', 'version')";
  private static final String H2 =
      "SELECT setting_name, setting_value FROM information_schema.settings WHERE setting_name IN"
          + " ('WRITE_DELAY', 'MODE', 'info.VERSION', 'CACHE_SIZE')";

  private Durability() {}

  static Map<String, String> of(Dialect dialect, Connection connection) throws SQLException {
    Map<String, String> settings = new TreeMap<>();
    settings.put("url", connection.getMetaData().getURL());
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql(dialect))) {
      while (rows.next()) {
        settings.put(rows.getString(1), rows.getString(2));
      }
    }
    return settings;
  }

  private static String sql(Dialect dialect) {
    return switch (dialect) {
      case POSTGRESQL -> POSTGRESQL;
      case MARIADB -> MARIADB;
      case H2 -> H2;
    };
  }
}
