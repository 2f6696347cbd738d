package io.orderingengine.jdbi;

import io.orderingengine.spi.StoreException;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** The database refused or failed; its error is the cause. Nothing was written. */
public final class DatabaseException extends StoreException {
  private static final long serialVersionUID = 1;

  private final @Nullable String sqlState;

  DatabaseException(String message, SQLException cause) {
    super(message, cause);
    sqlState = cause.getSQLState();
  }

  /** The SQL state that the database or its driver gave, if it gave one. */
  public @Nullable String sqlState() {
    return sqlState;
  }
}
