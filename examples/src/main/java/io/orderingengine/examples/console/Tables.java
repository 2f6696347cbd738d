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
      List<String> left = names(connection);
      while (!left.isEmpty()) {
        String table = unreferred(connection, left);
        statement.execute("DROP TABLE " + table);
        left.remove(table);
      }
    }
  }

  /** One that no other of them refers to: MariaDB drops no others. */
  private static String unreferred(Connection connection, List<String> tables) throws SQLException {
    for (String table : tables) {
      if (!isReferredTo(connection, table, tables)) {
        return table;
      }
    }
    throw new SQLException("each of " + tables + " is referred to by another");
  }

  private static boolean isReferredTo(Connection connection, String table, List<String> others)
      throws SQLException {
    try (ResultSet keys =
        connection
            .getMetaData()
            .getExportedKeys(connection.getCatalog(), connection.getSchema(), table)) {
      while (keys.next()) {
        String other = keys.getString("FKTABLE_NAME");
        if (!other.equals(table) && others.contains(other)) {
          return true;
        }
      }
      return false;
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
