package io.orderingengine.jdbi;

import io.orderingengine.spi.StoreGuardException;
import java.sql.SQLException;
import java.util.List;

/** One statement of a {@link Round}, and what becomes of its answer. */
sealed interface Step {
  String sql();

  List<Argument> arguments();

  /** A statement whose rows are read, one after the other. */
  record Read(String sql, List<Argument> arguments, EachRow each) implements Step {}

  /** A statement that must change exactly so many rows of a table. */
  sealed interface Write extends Step {
    /** The name of the table, without a prefix. */
    String table();

    int rows();

    default void require(int made) {
      if (made != rows()) {
        throw new StoreGuardException(
            table() + ": " + made + " of " + rows() + " rows could be written");
      }
    }
  }

  /** A change of one row. */
  record WriteOne(String sql, List<Argument> arguments, String table) implements Write {
    @Override
    public int rows() {
      return 1;
    }
  }

  /** A change of one row for each item. */
  record WriteAll<T>(String sql, List<Column<T>> columns, List<T> items, String table)
      implements Write {
    @Override
    public List<Argument> arguments() {
      return List.of(Argument.of(columns, items));
    }

    @Override
    public int rows() {
      return items.size();
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
