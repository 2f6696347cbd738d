package io.orderingengine.jdbi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.orderingengine.jdbi.Told.Answer;
import io.orderingengine.spi.OrderingStore;
import java.io.BufferedReader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Two processes sell the same scarce things to the same users under the same keys, at once. That
 * takes up to ten seconds a database: two JVMs start cold, and what they then do must be enough for
 * stocks, coupons and balances to run out while both are at work.
 */
class TwoProcessesTest {
  private static final int PROCESSES = 2;
  private static final int PATIENCE_SECONDS = 120;

  private final List<Process> processes = new ArrayList<>();

  @AfterEach
  void end() {
    processes.forEach(Process::destroyForcibly);
  }

  @Test
  void onPostgreSql() throws Exception {
    PostgreSqlServer server = PostgreSqlServer.NEWEST;
    race("PostgreSQL", server.dataSource(), server.url(), server.newPrefix());
  }

  @Test
  void onMariaDb() throws Exception {
    MariaDbServer server = MariaDbServer.NEWEST;
    race("MariaDB", server.dataSource(), server.url(), server.newPrefix());
  }

  private void race(String name, DataSource database, String url, String prefix) throws Exception {
    try (HikariDataSource pool = TestDatabase.pool(database)) {
      Schema.in(pool).tablePrefix(prefix).createIfMissing();
      TillShop.open(store(pool, prefix));
      start(url, prefix);
      long begin = System.nanoTime();
      List<List<Told>> told = sell();
      double seconds = (System.nanoTime() - begin) / 1e9;
      try (OrderingStore books = store(pool, prefix)) {
        var reckoning = new Reckoning(told, books);
        print(name, told, reckoning, seconds);
        reckoning.assertHolds();
        assertLiesAreFound(told, books);
      }
    }
  }

  private static OrderingStore store(DataSource pool, String prefix) {
    return JdbiStore.ownTransactions(pool).tablePrefix(prefix).build();
  }

  private void start(String url, String prefix) throws Exception {
    for (int i = 0; i < PROCESSES; i++) {
      processes.add(
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-Xmx128m",
                  "-XX:+UseSerialGC",
                  "-XX:TieredStopAtLevel=1",
                  "-cp",
                  System.getProperty("java.class.path"),
                  TillMain.class.getName(),
                  url,
                  prefix,
                  String.valueOf(i))
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start());
    }
    for (Process process : processes) {
      assertThat(within(() -> process.inputReader(StandardCharsets.UTF_8).readLine()))
          .isEqualTo(TillMain.READY);
    }
  }

  /** What each process was told, when all are ready and have been told to begin. */
  private List<List<Told>> sell() throws Exception {
    for (Process process : processes) {
      Writer in = process.outputWriter(StandardCharsets.UTF_8);
      in.write("go\n");
      in.flush();
    }
    List<List<Told>> told = new ArrayList<>();
    for (Process process : processes) {
      BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
      told.add(within(() -> out.lines().map(Told::parse).toList()));
      assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
      assertThat(process.exitValue()).isZero();
    }
    return told;
  }

  /** A process that hangs must not hang the test. */
  private static <R> R within(Callable<R> reading) throws Exception {
    var read = new CompletableFuture<R>();
    new Thread(
            () -> {
              try {
                read.complete(reading.call());
              } catch (Exception e) {
                read.completeExceptionally(e);
              }
            })
        .start();
    return read.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }

  private static void print(
      String name, List<List<Told>> told, Reckoning reckoning, double seconds) {
    int calls = told.stream().mapToInt(List::size).sum();
    System.out.printf(
        "%s: %d processes, %d callers each, %d calls, %d orders, refused %s, %.1f s, %.0f calls/s%n",
        name,
        PROCESSES,
        TillMain.CALLERS,
        calls,
        reckoning.orders(),
        reckoning.refusals(),
        seconds,
        calls / seconds);
  }

  /** The checker must find what it would be told by an engine that is broken. */
  private static void assertLiesAreFound(List<List<Told>> told, OrderingStore books) {
    assertFound(told, books, "sure-7", Reckoning.NO_FAILURE, one -> lie(one, Answer.FAILED, ""));
    assertFound(
        told, books, "sure-7", Reckoning.IN_THE_ROWS, one -> lie(one, Answer.ACCEPTED, "5"));
    String another = told.get(0).stream().filter(one -> one.is("sure")).toList().get(0).detail();
    assertFound(
        told, books, "sure-7", Reckoning.ONE_CALL, one -> lie(one, Answer.ACCEPTED, another));
    assertFound(told, books, "sure-7", Reckoning.BOTH_TOLD, one -> lie(one, Answer.REFUSED, ""));
  }

  private static Told lie(Told told, Answer answer, String detail) {
    return new Told(told.call(), answer, detail);
  }

  private static void assertFound(
      List<List<Told>> told,
      OrderingStore books,
      String call,
      String assertion,
      UnaryOperator<Told> lie) {
    List<Told> bent =
        told.get(1).stream().map(one -> one.call().equals(call) ? lie.apply(one) : one).toList();
    assertThatThrownBy(() -> new Reckoning(List.of(told.get(0), bent), books).assertHolds())
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining(assertion);
  }
}
