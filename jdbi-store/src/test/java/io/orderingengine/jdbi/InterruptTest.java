package io.orderingengine.jdbi;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.orderingengine.spi.OrderingStore;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An interrupt of a caller withdraws nothing, and harms nobody. */
class InterruptTest {
  private static final int CALLERS = 4;
  private static final int ORDERS = 100;

  @TempDir Path folder;

  private static HikariDataSource pool(DataSource database, int connections) {
    var config = new HikariConfig();
    config.setDataSource(database);
    config.setMaximumPoolSize(connections);
    return new HikariDataSource(config);
  }

  private static MugShop shop(DataSource database) {
    Schema.in(database).createIfMissing();
    return new MugShop(JdbiStore.ownTransactions(database).build(), Duration.ofSeconds(30));
  }

  @Test
  void atAnyMomentOnAFile() throws Exception {
    atAnyMoment(H2Databases.dataSource("async:" + folder.resolve("shop") + ";WRITE_DELAY=0"));
  }

  @Test
  void atAnyMomentOnMariaDb() throws Exception {
    atAnyMoment(MariaDbServer.NEWEST.newDatabase());
  }

  /** Fewer connections than callers, so that some are interrupted while they wait for one. */
  private static void atAnyMoment(DataSource database) throws Exception {
    try (var pool = pool(database, CALLERS);
        MugShop shop = shop(pool)) {
      crowd(shop);
      try (OrderingStore books = JdbiStore.ownTransactions(pool).build()) {
        shop.assertSold(books, 2 * CALLERS * ORDERS);
      }
    }
  }

  /** Half of the callers interrupt the others. */
  private static void crowd(MugShop shop) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(CALLERS);
    try {
      List<Thread> disturbed = new ArrayList<>();
      List<Future<Boolean>> calls = new ArrayList<>();
      for (int i = 0; i < CALLERS; i++) {
        var random = new Random(i);
        var call = new FutureTask<>(() -> buyDisturbed(shop, random));
        calls.add(call);
        disturbed.add(new Thread(call, "disturbed"));
      }
      disturbed.forEach(Thread::start);
      for (int i = 0; i < CALLERS; i++) {
        var random = new Random(CALLERS + i);
        calls.add(threads.submit(() -> buyAndDisturb(shop, disturbed, random)));
      }
      for (Future<Boolean> call : calls) {
        assertThat(call.get(60, TimeUnit.SECONDS)).as("flags kept").isTrue();
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private static boolean buyAndDisturb(MugShop shop, List<Thread> disturbed, Random random) {
    for (int i = 0; i < ORDERS; i++) {
      disturbed.get(random.nextInt(disturbed.size())).interrupt();
      shop.buy().orElseThrow();
    }
    return true;
  }

  /** H2 swallows interrupts that come while it works, so only those from before are looked for. */
  private static boolean buyDisturbed(MugShop shop, Random random) {
    boolean kept = true;
    for (int i = 0; i < ORDERS; i++) {
      boolean before = random.nextBoolean();
      if (before) {
        Thread.currentThread().interrupt();
      }
      shop.buy().orElseThrow();
      kept &= Thread.interrupted() || !before;
    }
    return kept;
  }

  @Test
  void whileAConnectionIsWaitedFor() throws Exception {
    whileAConnectionIsWaitedFor(H2Databases.inMemory());
  }

  @Test
  void whileAConnectionToMariaDbIsWaitedFor() throws Exception {
    whileAConnectionIsWaitedFor(MariaDbServer.NEWEST.newDatabase());
  }

  private static void whileAConnectionIsWaitedFor(DataSource database) throws Exception {
    try (var pool = pool(database, 1);
        MugShop shop = shop(pool)) {
      assertFlagKept(pool, () -> shop.buy().orElseThrow());
      assertFlagKept(
          pool, () -> assertThat(shop.engine.catalog().findDetail(shop.mug)).isPresent());
      shop.assertSold(shop.store, 1);
    }
  }

  private static void assertFlagKept(HikariDataSource pool, Runnable call) throws Exception {
    var calling =
        new FutureTask<>(
            () -> {
              call.run();
              return Thread.currentThread().isInterrupted();
            });
    var caller = new Thread(calling, "caller");
    try (Connection only = pool.getConnection()) {
      assertThat(only.isValid(1)).isTrue();
      caller.start();
      Polling.until(
          "a connection is waited for",
          () -> pool.getHikariPoolMXBean().getThreadsAwaitingConnection() == 1);
      caller.interrupt();
      Polling.until("the interrupt is taken", () -> calling.isDone() || !caller.isInterrupted());
    }
    assertThat(calling.get(20, TimeUnit.SECONDS)).as("the flag on return").isTrue();
  }
}
