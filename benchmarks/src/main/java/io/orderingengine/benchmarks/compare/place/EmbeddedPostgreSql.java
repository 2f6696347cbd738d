package io.orderingengine.benchmarks.compare.place;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.OptionalLong;

/** PostgreSQL from its binaries on Maven Central, with every commit on the disk. */
final class EmbeddedPostgreSql implements Server {
  private final EmbeddedPostgres server;
  private final ProcessTree processes;

  private EmbeddedPostgreSql(EmbeddedPostgres server) throws SQLException {
    this.server = server;
    processes = new ProcessTree(postmaster(server));
  }

  /** Keeps its files and its log in this directory. */
  static EmbeddedPostgreSql start(Path home) {
    try {
      Files.createDirectories(home);
      Redirect log = Redirect.appendTo(home.resolve("postgresql.log").toFile());
      return new EmbeddedPostgreSql(
          EmbeddedPostgres.builder()
              .setOverrideWorkingDirectory(home.toFile())
              .setOutputRedirector(log)
              .setErrorRedirector(log)
              .setPGStartupWait(Duration.ofMinutes(1))
              .setServerConfig("fsync", "on")
              .setServerConfig("synchronous_commit", "on")
              .setServerConfig("full_page_writes", "on")
              .setServerConfig("max_connections", "600")
              .setServerConfig("shared_buffers", "512MB")
              .setServerConfig("max_wal_size", "4GB")
              .start());
    } catch (IOException e) {
      throw new UncheckedIOException("PostgreSQL could not be started in " + home, e);
    } catch (SQLException e) {
      throw new IllegalStateException("PostgreSQL was started, but does not answer", e);
    }
  }

  /** The parent of the process that serves a connection. */
  private static ProcessHandle postmaster(EmbeddedPostgres server) throws SQLException {
    try (Connection connection = server.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT pg_backend_pid()")) {
      row.next();
      return ProcessHandle.of(row.getLong(1)).flatMap(ProcessHandle::parent).orElseThrow();
    }
  }

  @Override
  public String url() {
    return server.getJdbcUrl("postgres", "postgres");
  }

  @Override
  public String user() {
    return "postgres";
  }

  @Override
  public String password() {
    return "";
  }

  @Override
  public OptionalLong cpuNanos() {
    return processes.cpuNanos();
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
