package io.orderingengine.jdbi;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderingengine.spi.Changes;
import io.orderingengine.spi.RowIds;
import io.orderingengine.spi.RowKeys;
import io.orderingengine.spi.StoreTransaction;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * On an H2 file one transaction writes and ends at a time, though two have no row in common and
 * belong to two stores; elsewhere they do not wait for one another. {@link H2CrashTest} shows why.
 */
class TurnsTest {
  private static final int A_MOMENT_MILLIS = 250;
  private static final int PATIENCE_SECONDS = 20;

  private final CountDownLatch locked = new CountDownLatch(1);
  private final CountDownLatch over = new CountDownLatch(1);

  @TempDir Path folder;

  private static MugShop shop(DataSource database) {
    return new MugShop(JdbiStore.ownTransactions(database).build(), Duration.ofSeconds(10));
  }

  /** Whether a second transaction gets past its write while the first is between write and end. */
  private boolean writesSideBySide(DataSource database) throws Exception {
    Schema.in(database).createIfMissing();
    try (MugShop one = shop(database);
        MugShop other = shop(database)) {
      CompletableFuture<Boolean> overInTime = new CompletableFuture<>();
      CompletableFuture<Boolean> second =
          one.store.inTransaction(
              transaction -> {
                restock(one, transaction);
                CompletableFuture<Boolean> later =
                    CompletableFuture.supplyAsync(() -> restockElsewhere(other));
                assertThat(comes(locked, PATIENCE_SECONDS * 1_000)).as("the other lock").isTrue();
                overInTime.complete(comes(over, A_MOMENT_MILLIS));
                return later;
              });
      assertThat(second.get(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
      return overInTime.join();
    }
  }

  private boolean restockElsewhere(MugShop shop) {
    return shop.store.inTransaction(
        transaction -> {
          transaction.lock(keys(shop));
          locked.countDown();
          transaction.write(mugs(shop));
          over.countDown();
          return true;
        });
  }

  private static void restock(MugShop shop, StoreTransaction transaction) {
    transaction.lock(keys(shop));
    transaction.write(mugs(shop));
  }

  private static RowKeys keys(MugShop shop) {
    return RowKeys.builder().productDetails(RowIds.of(shop.mug.value())).build();
  }

  private static Changes mugs(MugShop shop) {
    return Changes.builder().moveStock(shop.mug.value(), 1, Instant.EPOCH).build();
  }

  private static boolean comes(CountDownLatch latch, int millis) {
    try {
      return latch.await(millis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void oneAfterTheOtherOnAFile() throws Exception {
    DataSource database =
        H2Databases.dataSource("async:" + folder.resolve("shop") + ";WRITE_DELAY=0");
    try (var pool = TestDatabase.pool(database)) {
      assertThat(writesSideBySide(pool)).isFalse();
    }
  }

  @Test
  void sideBySideInMemory() throws Exception {
    assertThat(writesSideBySide(H2Databases.inMemory())).isTrue();
  }
}
