package io.orderingengine.benchmarks.compare.arm;

import java.sql.SQLException;

/** Rows are no longer as they were read: nothing was written, and the work may be done again. */
final class ConflictException extends SQLException {
  private static final long serialVersionUID = 1;

  ConflictException(String what) {
    super(what);
  }
}
