package io.orderingengine.jdbi;

import io.orderingengine.spi.Grouping;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What differs from database to database. Thread-safe. */
interface Database {
  /** Its folder of scripts. */
  String folder();

  /**
   * Refuses, in a sentence that says what to do, a database that cannot keep the promises.
   *
   * @return what a store on the database behind this connection goes by
   */
  Database check(Connection connection) throws SQLException;

  /** Refuses connections whose counts of changed rows are not what the store takes them for. */
  void checkCounts(Sessions sessions, Prefix prefix);

  /** Where the connection's tables are, or null if it is in no schema. */
  @Nullable String schema(Connection connection) throws SQLException;

  /** A SELECT of all checks of a schema, whoever owns them: table, name, condition. */
  String checks();

  /** What makes others wait who would install the same tables. */
  List<Step> lockSchema(Prefix prefix);

  /** What a transaction sends before anything else. */
  List<Step> begin(Timeouts timeouts);

  /** Ends a transaction, with whatever {@link #begin} set for it, also where no other step ran. */
  void rollBack(Connection connection) throws SQLException;

  /** What is sent before a read outside any transaction. */
  List<Step> beforeRead(Timeouts timeouts);

  /** Looks at an open transaction of the host's, which a command is to join. */
  Joining join(Connection connection, Timeouts timeouts) throws SQLException;

  /** Which transactions of this process may write and end side by side. */
  Turns turns();

  /** How its transactions are best shared, as measured. */
  Grouping grouping();

  /** Sends the steps, in as few round trips as the database can. */
  void send(Connection connection, Timeouts timeouts, List<Step> steps) throws SQLException;

  /**
   * Follows the condition of a SELECT that locks nothing, so that it sees all that is committed.
   */
  String fresh();

  /** The end of a SELECT that locks what it reads. */
  String forUpdate(Timeouts timeouts);

  Encoding encoding();

  /**
   * An UPDATE of the rows {@code t} of a table from the items {@code d} of the same id, which is
   * the first column.
   *
   * @param set what they are set to, each column once, by the names that {@code t} has and {@code
   *     d} has not
   * @param guard what must hold of {@code t} and {@code d}
   */
  String update(String table, List<? extends Column<?>> columns, String set, String guard);

  /** Settings of the connection for one transaction; undone by closing it. */
  Settings settings(Connection connection, Timeouts timeouts) throws SQLException;

  Fault fault(SQLException e);

  /** Settings of a connection that are given back as they were found. */
  @FunctionalInterface
  interface Settings {
    void restore() throws SQLException;
  }
}
