package io.orderingengine.examples.console;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** A database of H2 in memory, as a host may have one: it lasts until it is closed. */
public final class H2InMemory implements AutoCloseable {
  private final String url = "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";

  public String url() {
    return url;
  }

  Connection connect() throws SQLException {
    return DriverManager.getConnection(url);
  }

  public void execute(String sql) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  public List<String> tables() throws SQLException {
    List<String> names = new ArrayList<>();
    try (Connection connection = connect();
        ResultSet tables = connection.getMetaData().getTables(null, "PUBLIC", "%", null)) {
      while (tables.next()) {
        names.add(tables.getString("TABLE_NAME"));
      }
    }
    return names;
  }

  @Override
  public void close() throws SQLException {
    execute("SHUTDOWN");
  }
}
