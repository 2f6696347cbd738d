package io.orderingengine.jdbi;

import io.orderingengine.spi.StoreGuardException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Iterator;
import java.util.List;

/**
 * Steps as one compound statement, which MariaDB takes from every connection, whether or not its
 * URL allows several statements in one. What follows a write breaks the block off if the write has
 * not met all its rows. Values stand in the text, as numbers, digits and words that need no escape:
 * where the server prepares statements (useServerPrepStmts), its driver was seen to wait for ever
 * after a block that had failed half-way.
 */
final class Block {
  /** Of a class that no standard and no database uses. */
  private static final String GUARD = "OE001";

  private final JsonEncoding encoding;
  private final StringBuilder text = new StringBuilder();

  private Block(JsonEncoding encoding) {
    this.encoding = encoding;
  }

  /**
   * Runs the steps in one round trip.
   *
   * @param within what stands before the block, and bounds it
   */
  static void run(Connection connection, String within, JsonEncoding encoding, List<Step> steps)
      throws SQLException {
    var block = new Block(encoding);
    block.text.append(within).append("BEGIN NOT ATOMIC\n");
    steps.forEach(block::add);
    block.text.append("END");
    try (Statement statement = connection.createStatement()) {
      statement.execute(block.text.toString());
      for (Step step : steps) {
        if (step instanceof Step.Read read) {
          Round.read(statement, encoding, read);
          statement.getMoreResults();
        }
      }
    } catch (SQLException e) {
      if (GUARD.equals(e.getSQLState())) {
        throw new StoreGuardException(String.valueOf(e.getMessage()), e);
      }
      throw e;
    }
  }

  private void add(Step step) {
    Iterator<Argument> arguments = step.arguments().iterator();
    step.sql()
        .chars()
        .forEach(
            c -> {
              if (c == '?') {
                text.append(encoding.literal(arguments.next()));
              } else {
                text.append((char) c);
              }
            });
    text.append(";\n");
    if (step instanceof Step.Write write) {
      text.append("IF ROW_COUNT() <> ")
          .append(write.rows())
          .append(" THEN SIGNAL SQLSTATE '" + GUARD + "' SET MESSAGE_TEXT = '")
          .append(write.table())
          .append(": not all of ")
          .append(write.rows())
          .append(" rows could be written'; END IF;\n");
    }
  }
}
