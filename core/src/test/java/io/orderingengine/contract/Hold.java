package io.orderingengine.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderingengine.contract.StagedStore.Seen;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Stops whoever comes, one by one, until they are let go; interrupts do not free them. */
final class Hold implements Consumer<Seen> {
  private static final int PATIENCE_SECONDS = 30;
  private static final int ALL = 1_000_000;

  private final Semaphore held = new Semaphore(0);
  private final Semaphore free = new Semaphore(0);

  @Override
  public void accept(Seen transaction) {
    held.release();
    free.acquireUninterruptibly();
  }

  /** Waits until so many more are stopped. */
  void awaitHeld(int count) {
    try {
      assertThat(held.tryAcquire(count, PATIENCE_SECONDS, TimeUnit.SECONDS))
          .as("whether %d transactions come to where they are held", count)
          .isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  void letOneGo() {
    free.release();
  }

  /** Lets go who is held, and stops nobody from now on. */
  void letGo() {
    free.release(ALL);
  }
}
