package io.orderingengine.jdbi;

import java.sql.Connection;
import javax.sql.DataSource;

/** One connection of the host's that is lent again and again, and that nobody resets in between. */
final class OneConnection {
  private OneConnection() {}

  static DataSource lending(Connection connection) {
    Connection lent =
        JdbcProxy.of(
            Connection.class,
            connection,
            (method, proceed) -> method.equals("close") ? null : proceed.call());
    return JdbcProxy.of(
        DataSource.class, null, (method, proceed) -> method.equals("isWrapperFor") ? false : lent);
  }
}
