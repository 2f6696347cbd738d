package io.orderingengine.jdbi;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Statements that stay prepared as long as their connection is open: H2 would parse one that locks
 * each time anew, which takes longer than to run it. A pool closes the statements of its wrapper,
 * so HikariCP's is looked behind; any other wrapper may be there to watch the statements, and is
 * not passed by. Thread-safe; a connection is used by one thread at a time.
 */
final class KeptStatements {
  private static final String H2 = "org.h2.jdbc.JdbcConnection";
  private static final String HIKARI = "com.zaxxer.hikari.pool.HikariProxyConnection";

  private final Map<Connection, Map<String, PreparedStatement>> byConnection =
      new ConcurrentHashMap<>();

  /** What is done with a statement. */
  @FunctionalInterface
  interface Use {
    void with(PreparedStatement statement) throws SQLException;
  }

  void use(Connection connection, String sql, Use use) throws SQLException {
    Connection own = own(connection);
    if (own == null) {
      try (PreparedStatement statement = connection.prepareStatement(sql)) {
        use.with(statement);
      }
    } else {
      use.with(kept(own, sql));
    }
  }

  private static @Nullable Connection own(Connection connection) throws SQLException {
    String type = connection.getClass().getName();
    if (type.equals(HIKARI)) {
      return connection.unwrap(Connection.class);
    }
    return type.equals(H2) ? connection : null;
  }

  private PreparedStatement kept(Connection connection, String sql) throws SQLException {
    Map<String, PreparedStatement> statements = byConnection.get(connection);
    if (statements == null) {
      statements = new HashMap<>();
      forgetClosed();
      byConnection.put(connection, statements);
    }
    PreparedStatement statement = statements.get(sql);
    if (statement == null) {
      statement = connection.prepareStatement(sql);
      statements.put(sql, statement);
    }
    return statement;
  }

  private void forgetClosed() throws SQLException {
    for (Connection connection : List.copyOf(byConnection.keySet())) {
      if (connection.isClosed()) {
        byConnection.remove(connection);
      }
    }
  }
}
