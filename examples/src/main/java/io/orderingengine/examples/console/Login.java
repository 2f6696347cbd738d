package io.orderingengine.examples.console;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** The way into a database. Immutable. */
record Login(String url, @Nullable String user, @Nullable String password) {
  // More connections than this only wait for each other, as measured on 2 cores.
  private static final int CONNECTIONS = 16;
  // The last of a thousand callers in line must have its turn.
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  boolean hasDriver() {
    try {
      DriverManager.getDriver(url);
      return true;
    } catch (SQLException none) {
      return false;
    }
  }

  /**
   * The database and its version, such as {@code H2 2.5.252}.
   *
   * @throws IllegalStateException if it cannot be reached
   */
  String product() {
    try (Connection connection = connect()) {
      DatabaseMetaData database = connection.getMetaData();
      String version = database.getDatabaseProductVersion().split(" ", 2)[0];
      return database.getDatabaseProductName() + " " + version;
    } catch (SQLException unreachable) {
      throw new IllegalStateException(unreachable.getMessage(), unreachable);
    }
  }

  Connection connect() throws SQLException {
    var properties = new Properties();
    if (user != null) {
      properties.setProperty("user", user);
    }
    if (password != null) {
      properties.setProperty("password", password);
    }
    return DriverManager.getConnection(url, properties);
  }

  HikariDataSource pool() {
    var config = new HikariConfig();
    config.setJdbcUrl(url);
    config.setUsername(user);
    config.setPassword(password);
    config.setMaximumPoolSize(CONNECTIONS);
    config.setConnectionTimeout(PATIENCE.toMillis());
    return new HikariDataSource(config);
  }

  /** The URL without what may be secret in it. */
  String shownUrl() {
    return url.replaceFirst("[?;].*", "").replaceFirst("//[^/]*@", "//");
  }

  /** Without the secrets. */
  @Override
  public String toString() {
    return shownUrl();
  }
}
