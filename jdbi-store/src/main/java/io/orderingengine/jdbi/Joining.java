package io.orderingengine.jdbi;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * How a command joins a transaction of the host's.
 *
 * @param isolation the transaction's level, as SQL calls it
 * @param before what is set for the command, under its savepoint
 * @param after what sets it back when the savepoint is released
 * @param lost what makes sure that nothing of a lost transaction can be committed
 */
record Joining(String isolation, List<Step> before, List<Step> after, List<Step> lost) {
  static final String READ_COMMITTED = "READ COMMITTED";

  /**
   * At the level of the connection, with nothing to set. Such a database may have rolled back all
   * of a lost transaction, or one statement of it.
   */
  static Joining as(Connection connection) throws SQLException {
    int level = connection.getTransactionIsolation();
    String isolation =
        switch (level) {
          case Connection.TRANSACTION_READ_UNCOMMITTED -> "READ UNCOMMITTED";
          case Connection.TRANSACTION_READ_COMMITTED -> READ_COMMITTED;
          case Connection.TRANSACTION_REPEATABLE_READ -> "REPEATABLE READ";
          case Connection.TRANSACTION_SERIALIZABLE -> "SERIALIZABLE";
          default -> "isolation level " + level;
        };
    return new Joining(isolation, List.of(), List.of(), List.of(new Step.Setting("ROLLBACK")));
  }
}
