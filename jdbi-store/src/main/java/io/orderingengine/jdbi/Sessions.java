package io.orderingengine.jdbi;

import io.orderingengine.spi.StoreException;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Handles;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.TemplateEngine;
import org.jspecify.annotations.Nullable;

/** Opens the host's connections for the engine's own transactions and reads. Thread-safe. */
final class Sessions {
  private final Jdbi jdbi;
  private final Database database;
  private final Timeouts timeouts;

  Sessions(DataSource dataSource, Database database, Timeouts timeouts) {
    jdbi = Jdbi.create(dataSource);
    // A pool may hand out connections with autoCommit off; a session ends its transactions itself.
    jdbi.setTemplateEngine(TemplateEngine.NOP);
    jdbi.getConfig(Handles.class).setForceEndTransactions(false);
    this.database = database;
    this.timeouts = timeouts;
  }

  Session open() {
    try {
      return new Session(jdbi.open(), database, timeouts);
    } catch (JdbiException | SQLException e) {
      throw failure(e);
    }
  }

  /** Reads outside any transaction. */
  <R extends @Nullable Object> R read(HandleCallback<R, SQLException> reading) {
    try (Session session = open()) {
      return session.with(reading);
    } catch (JdbiException | SQLException e) {
      throw failure(e);
    }
  }

  /** What an error means while nothing was committed. */
  StoreException failure(Exception e) {
    SQLException error = sqlException(e);
    return error == null
        ? new StoreException(String.valueOf(e.getMessage()), e)
        : database.fault(error).exception(error);
  }

  private static @Nullable SQLException sqlException(Throwable e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException error) {
        return error;
      }
    }
    return null;
  }
}
