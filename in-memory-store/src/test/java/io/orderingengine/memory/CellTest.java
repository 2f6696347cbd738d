package io.orderingengine.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderingengine.spi.ProductDetailRow;
import io.orderingengine.spi.StoreTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class CellTest {
  private static final long LONG = Duration.ofMinutes(1).toNanos();
  private static final long SHORT = Duration.ofMillis(5).toNanos();

  private final Cell cell =
      new ProductDetailCell(
          new ProductDetailRow(1, 2, "red", 3, 4, true, null, Instant.EPOCH, Instant.EPOCH));

  @Test
  void oneThreadAtATimeHoldsTheLock() {
    cell.lock(LONG);
    assertThat(cell.isHeld()).isTrue();
    assertThat(CompletableFuture.supplyAsync(cell::isHeld).join()).isFalse();
    cell.unlock();
    assertThat(cell.isHeld()).isFalse();
  }

  @Test
  void aWaitEndsInTime() {
    cell.lock(LONG);
    CompletableFuture<Void> waiter = CompletableFuture.runAsync(() -> cell.lock(SHORT));
    assertThatThrownBy(waiter::join).hasCauseInstanceOf(StoreTimeoutException.class);
    cell.unlock();
    CompletableFuture.runAsync(() -> cell.lock(SHORT)).join();
  }

  @Test
  void aTransactionWithinATransactionIsAnErrorAndNoDeadlock() {
    cell.lock(LONG);
    assertThatThrownBy(() -> cell.lock(LONG)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void anInterruptedWaiterGetsTheLockAndStaysInterrupted() throws Exception {
    cell.lock(LONG);
    var interrupted = new CountDownLatch(1);
    var kept = new CompletableFuture<Boolean>();
    var waiter =
        new Thread(
            () -> {
              Thread.currentThread().interrupt();
              interrupted.countDown();
              cell.lock(LONG);
              kept.complete(cell.isHeld() && Thread.currentThread().isInterrupted());
            });
    waiter.start();
    interrupted.await();
    cell.unlock();
    assertThat(kept.join()).isTrue();
  }
}
