package io.orderingengine.jdbi;

import io.orderingengine.spi.StoreConflictException;
import io.orderingengine.spi.StoreException;
import io.orderingengine.spi.StoreGuardException;
import io.orderingengine.spi.StoreTimeoutException;
import java.sql.SQLException;

/** What an error of the database means for a transaction whose commit was not begun. */
enum Fault {
  /** It lost against another transaction, or its connection was lost: run all of it again. */
  LOST,
  /** Another transaction wrote first, what this one could not then write. */
  CONFLICT,
  /** It waited too long. */
  TIMEOUT,
  /** Anything else. */
  FAILURE;

  StoreException exception(SQLException cause) {
    String message = cause.getMessage() + " (SQL state " + cause.getSQLState() + ")";
    return switch (this) {
      case LOST -> new StoreConflictException(message, cause);
      case CONFLICT -> new StoreGuardException(message, cause);
      case TIMEOUT -> new StoreTimeoutException(message, cause);
      case FAILURE -> new DatabaseException(message, cause);
    };
  }
}
