package io.orderingengine.jdbi;

import org.jspecify.annotations.Nullable;

/** The types of the model's columns, by the names that JDBC arrays of them have. */
enum ColumnType {
  BIGINT("bigint"),
  TEXT("varchar"),
  TIME("timestamptz"),
  BOOLEAN("boolean"),
  BYTES("bytea");

  final String arrayName;

  ColumnType(String arrayName) {
    this.arrayName = arrayName;
  }

  /** An array of values, all null. */
  @Nullable Object[] values(int length) {
    return this == BYTES ? new byte @Nullable [length][] : new @Nullable Object[length];
  }
}
