package io.orderingengine.examples.console;

import com.zaxxer.hikari.HikariDataSource;
import io.orderingengine.jdbi.JdbiStore;
import io.orderingengine.jdbi.Schema;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;

/** The tables of one run, by their prefix. Immutable. */
record Tables(Login login, String prefix) {
  private static final String[] NO_INDEXES = {"TABLE", "BASE TABLE"};

  /**
   * Makes them.
   *
   * @throws IllegalStateException if the database cannot be used
   */
  void create() {
    try (HikariDataSource pool = pool()) {
      Schema.in(pool).tablePrefix(prefix).createIfMissing();
      open(pool).close();
    }
    try (Connection connection = login.connect()) {
      if (names(connection).isEmpty()) {
        throw new IllegalStateException("its tables are gone when its last connection is closed");
      }
    } catch (SQLException lost) {
      throw new IllegalStateException(lost.getMessage(), lost);
    }
  }

  /** A pool, as a host has one; who opens it closes it. */
  HikariDataSource pool() {
    return login.pool();
  }

  JdbiStore open(DataSource pool) {
    return JdbiStore.ownTransactions(pool).tablePrefix(prefix).build();
  }

  /** Drops all there are. */
  void drop() throws SQLException {
    try (Connection connection = login.connect();
        Statement statement = connection.createStatement()) {
      List<String> names = names(connection);
      if (!names.isEmpty()) {
        statement.execute("DROP TABLE " + String.join(", ", names) + " CASCADE");
      }
    }
  }

  private List<String> names(Connection connection) throws SQLException {
    List<String> names = new ArrayList<>();
    try (ResultSet tables =
        connection
            .getMetaData()
            .getTables(connection.getCatalog(), connection.getSchema(), "%", NO_INDEXES)) {
      while (tables.next()) {
        String name = tables.getString("TABLE_NAME");
        if (name.toLowerCase(Locale.ROOT).startsWith(prefix)) {
          names.add(name);
        }
      }
    }
    return names;
  }

  /** Such as {@code ordering_*}. */
  @Override
  public String toString() {
    return prefix + "*";
  }
}
