package io.orderingengine.jdbi;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Statements that are sent in one round trip where the database can, each seeing what those before
 * it did. A round that was broken off leaves the transaction to be rolled back.
 */
final class Round {
  private Round() {}

  /** All in one execution; the answers come back in their order. */
  static void together(Connection connection, Encoding encoding, List<Step> steps)
      throws SQLException {
    if (steps.isEmpty()) {
      return;
    }
    String sql = steps.stream().map(Step::sql).collect(Collectors.joining(";\n"));
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      int next = 1;
      for (Step step : steps) {
        next = bind(statement, encoding, step, next);
      }
      statement.execute();
      for (Step step : steps) {
        answer(statement, encoding, step);
        statement.getMoreResults();
      }
    }
  }

  /** One by itself. */
  static void alone(PreparedStatement statement, Encoding encoding, Step step) throws SQLException {
    bind(statement, encoding, step, 1);
    statement.execute();
    answer(statement, encoding, step);
  }

  private static int bind(PreparedStatement statement, Encoding encoding, Step step, int first)
      throws SQLException {
    int next = first;
    for (Argument argument : step.arguments()) {
      next = argument.bind(statement, next, encoding);
    }
    return next;
  }

  private static void answer(PreparedStatement statement, Encoding encoding, Step step)
      throws SQLException {
    if (step instanceof Step.Read read) {
      read(statement, encoding, read);
    } else if (step instanceof Step.Write write) {
      write.require(statement.getUpdateCount());
    }
  }

  /** Reads the rows of the current answer. */
  static void read(Statement statement, Encoding encoding, Step.Read read) throws SQLException {
    try (ResultSet results = statement.getResultSet()) {
      var cells = new Cells(results, encoding);
      while (cells.next()) {
        read.each().take(cells);
      }
    }
  }
}
