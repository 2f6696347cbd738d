package io.orderingengine.jdbi;

import java.sql.SQLException;
import java.util.List;

/** One statement of a {@link Round}, and what becomes of its answer. */
sealed interface Step {
  String sql();

  List<Argument> arguments();

  /** A statement whose rows are read, one after the other. */
  record Read(String sql, List<Argument> arguments, EachRow each) implements Step {}

  /** A statement that must change exactly so many rows. */
  record Write(String sql, List<Argument> arguments, int rows, String what) implements Step {}

  /** A statement that must change exactly one row for each item. */
  record WriteAll<T>(String sql, List<Column<T>> columns, List<T> items, String what)
      implements Step {
    @Override
    public List<Argument> arguments() {
      return List.of(Argument.of(columns, items));
    }
  }

  /** A statement that may change any number of rows. */
  record Change(String sql, List<Argument> arguments) implements Step {}

  /** A statement whose answer says nothing. */
  record Setting(String sql) implements Step {
    @Override
    public List<Argument> arguments() {
      return List.of();
    }
  }

  /** Takes one row of an answer. */
  @FunctionalInterface
  interface EachRow {
    void take(Cells cells) throws SQLException;
  }
}
