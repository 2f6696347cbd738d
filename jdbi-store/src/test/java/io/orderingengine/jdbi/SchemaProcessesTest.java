package io.orderingengine.jdbi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.h2.tools.Server;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Eight processes make the same tables at once, in several rounds. That takes seconds: eight JVMs
 * must start.
 */
class SchemaProcessesTest {
  private static final int PROCESSES = 8;
  private static final int ROUNDS = 4;

  private final List<Process> processes = new ArrayList<>();

  @AfterEach
  void end() {
    processes.forEach(Process::destroyForcibly);
  }

  /** One half of them calls {@code migrate}. */
  private void start(String url) throws IOException {
    for (int i = 0; i < PROCESSES; i++) {
      var process =
          new ProcessBuilder(
              Path.of(System.getProperty("java.home"), "bin", "java").toString(),
              "-Xmx64m",
              "-XX:+UseSerialGC",
              "-XX:TieredStopAtLevel=1",
              "-cp",
              System.getProperty("java.class.path"),
              InstallMain.class.getName(),
              url,
              i % 2 == 0 ? "create" : "migrate");
      processes.add(process.redirectErrorStream(true).start());
    }
  }

  /** The first round begins when the slowest has started: none can do its work before. */
  private void race(DataSource dataSource) throws IOException {
    for (int round = 0; round < ROUNDS; round++) {
      String prefix = "race" + round + "_";
      long begin = System.nanoTime();
      for (Process process : processes) {
        Writer in = process.outputWriter(StandardCharsets.UTF_8);
        in.write(prefix + "\n");
        in.flush();
      }
      for (Process process : processes) {
        BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
        String line = out.readLine();
        assertThat(line)
            .as(() -> line + out.lines().collect(Collectors.joining("\n")))
            .isEqualTo(InstallMain.DONE);
      }
      long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin);
      System.out.println(PROCESSES + " processes made the tables in " + millis + " ms");
      assertMadeOnce(dataSource, prefix);
    }
  }

  private static void assertMadeOnce(DataSource dataSource, String prefix) {
    Schema.in(dataSource).tablePrefix(prefix).validate();
    assertThat(SchemaSuite.query(dataSource, "SELECT version FROM " + prefix + "schema_version"))
        .containsExactly("1");
    assertThat(SchemaSuite.query(dataSource, "SELECT next_id FROM " + prefix + "id_counter"))
        .containsExactly("1");
    SchemaSuite.useTables(dataSource, prefix);
  }

  private void assertAllEndWell() throws IOException, InterruptedException {
    for (Process process : processes) {
      process.outputWriter().close();
      assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
      assertThat(process.exitValue()).isZero();
    }
  }

  @Test
  void onPostgreSql() throws IOException, InterruptedException {
    DataSource dataSource = PostgreSqlServer.NEWEST.dataSource();
    start(PostgreSqlServer.NEWEST.url());
    race(dataSource);
    assertAllEndWell();
  }

  @Test
  void onMariaDb() throws IOException, InterruptedException {
    start(MariaDbServer.NEWEST.url());
    race(MariaDbServer.NEWEST.dataSource());
    assertAllEndWell();
  }

  @Test
  void onAServerOfH2() throws IOException, InterruptedException, SQLException {
    Server server = Server.createTcpServer("-tcpPort", "0", "-ifNotExists").start();
    try {
      String name = "/mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";
      String url = "tcp://localhost:" + server.getPort() + name;
      start("jdbc:h2:" + url);
      race(H2Databases.dataSource(url));
      assertAllEndWell();
    } finally {
      server.stop();
    }
  }
}
