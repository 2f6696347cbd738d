package io.orderingengine.jdbi;

import io.orderingengine.spi.StoreException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;

/**
 * The tables of one store, in the schema that the host's connections are in. Who prefers to run the
 * scripts by other means finds them under {@code META-INF/ordering-engine}, one folder for each
 * database; Flyway runs them as they are, with its placeholder {@code prefix}. Immutable,
 * thread-safe, and safe from many processes at once.
 */
public final class Schema {
  private static final Timeouts TIMEOUTS =
      new Timeouts(Duration.ofSeconds(60), Duration.ofMinutes(10), Duration.ofSeconds(30));
  private static final int ATTEMPTS = 20;
  private static final long LONGEST_PAUSE = Duration.ofMillis(200).toNanos();

  private final DataSource dataSource;
  private final @Nullable Dialect dialect;
  private final Prefix prefix;
  private final Function<Database, List<Script>> scripts;

  private Schema(
      DataSource dataSource,
      @Nullable Dialect dialect,
      Prefix prefix,
      Function<Database, List<Script>> scripts) {
    this.dataSource = dataSource;
    this.dialect = dialect;
    this.prefix = prefix;
    this.scripts = scripts;
  }

  /** The tables with the prefix {@code ordering_}. */
  public static Schema in(DataSource dataSource) {
    return in(dataSource, null);
  }

  /** The same, without asking the connection's metadata for the dialect. */
  public static Schema in(DataSource dataSource, @Nullable Dialect dialect) {
    if (dataSource == null) {
      throw new IllegalArgumentException("dataSource must not be null");
    }
    TransactionAware.refuse(dataSource);
    return new Schema(dataSource, dialect, Prefix.DEFAULT, Script::of);
  }

  /** The tables with another prefix. */
  public Schema tablePrefix(String tablePrefix) {
    return new Schema(dataSource, dialect, new Prefix(tablePrefix), scripts);
  }

  /** The same tables with another history. */
  Schema scripts(Function<Database, List<Script>> scripts) {
    return new Schema(dataSource, dialect, prefix, scripts);
  }

  /** Makes the tables if there are none; leaves those that are there as they are. */
  public void createIfMissing() {
    install(false);
  }

  /** Makes the tables if there are none, and brings older ones to the newest version. */
  public void migrate() {
    install(true);
  }

  /**
   * Compares the tables with what the store needs. More columns, indexes and checks are no
   * difference.
   *
   * @throws SchemaException if anything is missing or different; it names all of it
   */
  public void validate() {
    Database database = database();
    TableCatalog actual =
        sessions(database)
            .read(handle -> TableCatalog.read(handle.getConnection(), database, prefix));
    List<String> differences = TableCatalog.expected(database).differences(actual);
    if (!differences.isEmpty()) {
      throw new SchemaException(
          "the tables with the prefix "
              + prefix
              + " are not as they must be: "
              + String.join("; ", differences),
          differences);
    }
  }

  /** The database, if it keeps what the engine promises and has the tables that it needs. */
  Database check() {
    Database database = database();
    Sessions sessions = sessions(database);
    Database checked =
        sessions.read(
            handle -> {
              Database kept = database.check(handle.getConnection());
              refuseOther(version(handle.getConnection(), database), database);
              return kept;
            });
    database.checkCounts(sessions, prefix);
    return checked;
  }

  private void refuseOther(int version, Database database) {
    int newest = newest(scripts.apply(database));
    if (version == 0) {
      throw new SchemaException(
          "there are no tables with the prefix "
              + prefix
              + ": call Schema.in(dataSource).createIfMissing(), or run the scripts under"
              + " META-INF/ordering-engine/"
              + database.folder());
    }
    refuseNewer(version, newest);
    if (version < newest) {
      throw new SchemaException(
          "the tables with the prefix "
              + prefix
              + " are of version "
              + version
              + ", but must be of version "
              + newest
              + ": call Schema.in(dataSource).migrate()");
    }
  }

  private Database database() {
    if (dialect != null) {
      return dialect.database();
    }
    try (Connection connection = dataSource.getConnection()) {
      return Dialect.of(connection).database();
    } catch (SQLException e) {
      throw new DatabaseException("the database cannot be reached: " + e.getMessage(), e);
    }
  }

  private Sessions sessions(Database database) {
    return new Sessions(dataSource, database, TIMEOUTS);
  }

  /**
   * Runs what is missing. Where processes meet, one works and the others wait, or all do the same
   * and who comes second finds it done.
   */
  private void install(boolean upgrade) {
    Database database = database();
    Sessions sessions = sessions(database);
    for (int attempt = 1; ; attempt++) {
      try (Session session = sessions.open()) {
        database.check(session.connection());
        session.begin(database.lockSchema(prefix));
        run(session, database, upgrade);
        session.end(List.of());
        session.commit();
        return;
      } catch (SQLException | JdbiException e) {
        StoreException failure = sessions.failure(e);
        if (failure instanceof DatabaseException || attempt == ATTEMPTS) {
          throw failure;
        }
      }
      LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(LONGEST_PAUSE));
    }
  }

  private void run(Session session, Database database, boolean upgrade) throws SQLException {
    List<Script> history = scripts.apply(database);
    int version = version(session.connection(), database);
    refuseNewer(version, newest(history));
    if (version > 0 && !upgrade) {
      return;
    }
    for (Script script : history) {
      if (script.version() > version) {
        session.with(handle -> handle.createScript(script.sql(prefix)).execute());
      }
    }
  }

  private static int newest(List<Script> history) {
    return history.get(history.size() - 1).version();
  }

  private void refuseNewer(int version, int newest) {
    if (version > newest) {
      throw new SchemaException(
          "the tables with the prefix "
              + prefix
              + " are of version "
              + version
              + ", which is newer than "
              + newest
              + ", the newest that this library knows: use a newer library");
    }
  }

  /** The version of the tables, or 0 if there are none. */
  private int version(Connection connection, Database database) throws SQLException {
    String table = prefix.table("schema_version");
    if (!TableCatalog.hasTable(connection, database, table)) {
      return 0;
    }
    try (PreparedStatement statement =
            connection.prepareStatement("SELECT MAX(version) FROM " + table);
        ResultSet results = statement.executeQuery()) {
      return results.next() ? results.getInt(1) : 0;
    }
  }
}
