package io.orderingengine.jdbi;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes item by item, in one batch: in a database of the same process, a statement for one row
 * costs a fraction of one that joins a table with arrays. Keys to read still go as arrays.
 */
final class RowEncoding implements Encoding {
  private final ArrayEncoding arrays;

  RowEncoding(ArrayEncoding arrays) {
    this.arrays = arrays;
  }

  @Override
  public Object encode(Instant time) {
    return arrays.encode(time);
  }

  @Override
  public @Nullable Instant time(ResultSet results, int column) throws SQLException {
    return arrays.time(results, column);
  }

  @Override
  public <T> int bind(
      PreparedStatement statement, int first, List<Column<T>> columns, List<T> items)
      throws SQLException {
    return arrays.bind(statement, first, columns, items);
  }

  /** Writes all items, each of which must meet one row. */
  <T> void write(PreparedStatement statement, Step.WriteAll<T> write) throws SQLException {
    write.require(written(statement, write.columns(), write.items()));
  }

  private <T> int written(PreparedStatement statement, List<Column<T>> columns, List<T> items)
      throws SQLException {
    if (items.size() == 1) {
      bind(statement, columns, items.get(0));
      return statement.executeUpdate();
    }
    statement.clearBatch();
    for (T item : items) {
      bind(statement, columns, item);
      statement.addBatch();
    }
    int written = 0;
    for (int rows : statement.executeBatch()) {
      written += rows;
    }
    return written;
  }

  private <T> void bind(PreparedStatement statement, List<Column<T>> columns, T item)
      throws SQLException {
    int index = 1;
    for (Column<T> column : columns) {
      Object value = column.value().apply(item);
      statement.setObject(index++, value instanceof Instant time ? encode(time) : value);
    }
  }

  @Override
  public String insert(String table, List<? extends Column<?>> columns) {
    String values = String.join(", ", Collections.nCopies(columns.size(), "?"));
    return "INSERT INTO " + table + " (" + Column.names(columns) + ") VALUES (" + values + ")";
  }

  /** An UPDATE of the row {@code t} of an item's id, which is the first column. */
  String update(String table, List<? extends Column<?>> columns, String set, String guard) {
    String sql = "UPDATE " + table + " AS t SET " + set + " WHERE t.id = d.id AND " + guard;
    for (int i = 0; i < columns.size(); i++) {
      sql = sql.replaceAll("\\bd\\." + columns.get(i).name() + "\\b", "?" + (i + 1));
    }
    return sql;
  }

  @Override
  public String from(String table, List<? extends Column<?>> columns) {
    return arrays.from(table, columns);
  }
}
