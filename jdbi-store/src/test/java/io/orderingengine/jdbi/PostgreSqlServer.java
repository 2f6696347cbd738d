package io.orderingengine.jdbi;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A server of PostgreSQL from its binaries on Maven Central, started when it is first needed and
 * stopped with the JVM. One that cannot be started fails the test that needs it.
 */
final class PostgreSqlServer {
  static final PostgreSqlServer NEWEST = new PostgreSqlServer();

  private final AtomicInteger prefixes = new AtomicInteger();

  private PostgreSqlServer() {}

  private static final class Started {
    static final EmbeddedPostgres SERVER = start();

    private static EmbeddedPostgres start() {
      try {
        EmbeddedPostgres server =
            EmbeddedPostgres.builder().setServerConfig("max_connections", "500").start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server)));
        return server;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private static void stop(EmbeddedPostgres server) {
      try {
        server.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** Fresh tables. */
  TestDatabase.Supply supply() {
    return new TestDatabase.Supply(dataSource(), "t" + prefixes.incrementAndGet() + "_");
  }

  DataSource dataSource() {
    var dataSource = new PGSimpleDataSource();
    dataSource.setURL(Started.SERVER.getJdbcUrl("postgres", "postgres"));
    return dataSource;
  }
}
