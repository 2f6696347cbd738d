package io.orderingengine.benchmarks.compare.arm;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** Gives a statement its arguments, one after the other. */
final class Binding {
  private final PreparedStatement statement;
  private int next = 1;

  private Binding(PreparedStatement statement) {
    this.statement = statement;
  }

  static Binding of(PreparedStatement statement) {
    return new Binding(statement);
  }

  Binding add(long value) throws SQLException {
    statement.setLong(next++, value);
    return this;
  }

  Binding add(String value) throws SQLException {
    statement.setString(next++, value);
    return this;
  }

  Binding add(byte[] value) throws SQLException {
    statement.setBytes(next++, value);
    return this;
  }

  /** A moment, where the database has moments. */
  Binding add(Instant value) throws SQLException {
    statement.setObject(next++, value.atOffset(ZoneOffset.UTC));
    return this;
  }

  /** A moment in UTC, where the database has none. */
  Binding add(LocalDateTime value) throws SQLException {
    statement.setObject(next++, value);
    return this;
  }

  /** Numbers, all in one argument. */
  Binding add(long[] values) throws SQLException {
    statement.setObject(next++, values);
    return this;
  }
}
