package io.orderingengine.jdbi;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** A table of a host's own, beside those of the store. */
final class HostNotes {
  private HostNotes() {}

  private static String table(TestDatabase database) {
    return "host_of_" + database.prefix() + "note";
  }

  static void create(TestDatabase database) throws SQLException {
    execute(database, "CREATE TABLE " + table(database) + " (id BIGINT NOT NULL PRIMARY KEY)");
  }

  static void drop(TestDatabase database) throws SQLException {
    execute(database, "DROP TABLE " + table(database));
  }

  private static void execute(TestDatabase database, String sql) throws SQLException {
    try (Connection connection = database.dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** Writes one in the host's transaction. */
  static void write(Connection connection, TestDatabase database, long id) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("INSERT INTO " + table(database) + " VALUES (?)")) {
      statement.setLong(1, id);
      statement.executeUpdate();
    }
  }

  /** All that were committed. */
  static List<Long> in(TestDatabase database) throws SQLException {
    List<Long> ids = new ArrayList<>();
    try (Connection connection = database.dataSource().getConnection();
        Statement statement = connection.createStatement();
        ResultSet results =
            statement.executeQuery("SELECT id FROM " + table(database) + " ORDER BY id")) {
      while (results.next()) {
        ids.add(results.getLong(1));
      }
    }
    return ids;
  }
}
