package io.orderingengine.internal.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.orderingengine.spi.StoreConflictException;
import io.orderingengine.spi.StoreException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RetryTest {
  private final AtomicInteger runs = new AtomicInteger();

  private String conflictUntil(int run) {
    if (runs.incrementAndGet() < run) {
      throw new StoreConflictException("conflict " + runs);
    }
    return "done in run " + runs;
  }

  @Test
  void aConflictIsRunAgain() {
    assertThat(new Retry(Duration.ofSeconds(10)).run(() -> conflictUntil(4)))
        .isEqualTo("done in run 4");
  }

  @Test
  void theLastConflictCarriesTheEarlierOnes() {
    var retry = new Retry(Duration.ofSeconds(10));
    StoreConflictException last =
        catchThrowableOfType(
            StoreConflictException.class, () -> retry.run(() -> conflictUntil(1_000)));
    assertThat(runs).hasValue(10);
    assertThat(last).hasMessage("conflict 10");
    assertThat(last.getSuppressed())
        .hasSize(9)
        .extracting(Throwable::getMessage)
        .contains("conflict 1", "conflict 9");
  }

  @Test
  void nothingRunsAgainPastTheDeadline() {
    assertThatThrownBy(() -> new Retry(Duration.ofNanos(1)).run(() -> conflictUntil(9)))
        .isInstanceOf(StoreConflictException.class);
    assertThat(runs).hasValue(1);
  }

  /** Not even for an interrupt: it is the caller's transaction. */
  @Test
  void whatOnlyTheCallerCanRunAgainRunsOnce() {
    assertThatThrownBy(() -> Retry.never().run(() -> conflictUntil(9)))
        .isInstanceOf(StoreConflictException.class);
    assertThat(runs).hasValue(1);
    runs.set(0);
    assertThatThrownBy(() -> Retry.never().run(this::interruptedInTheFirstRun))
        .isInstanceOf(StoreException.class);
    assertThat(Thread.interrupted()).as("the flag on return").isTrue();
    assertThat(runs).hasValue(1);
  }

  @Test
  void anotherFailureIsNotRunAgain() {
    assertThatThrownBy(
            () ->
                new Retry(Duration.ofSeconds(10))
                    .run(
                        () -> {
                          runs.incrementAndGet();
                          throw new StoreException("the disk is full");
                        }))
        .hasMessage("the disk is full");
    assertThat(runs).hasValue(1);
  }

  @Test
  void theWorkDoesNotSeeAnInterruptAndTheCallerKeepsIt() {
    Thread.currentThread().interrupt();
    boolean seen = new Retry(Duration.ofSeconds(10)).run(Thread::interrupted);
    assertThat(Thread.interrupted()).as("the flag on return").isTrue();
    assertThat(seen).as("the flag in the work").isFalse();
  }

  @Test
  void whatFailsWhileAnInterruptArrivesIsRunAgain() {
    String told = new Retry(Duration.ofSeconds(10)).run(this::interruptedInTheFirstRun);
    assertThat(Thread.interrupted()).as("the flag on return").isTrue();
    assertThat(told).isEqualTo("done");
  }

  private String interruptedInTheFirstRun() {
    if (runs.incrementAndGet() == 1) {
      Thread.currentThread().interrupt();
      throw new StoreException("interrupted");
    }
    return "done";
  }

  @Test
  void aFailureLeavesTheFlagToo() {
    assertThatThrownBy(() -> new Retry(Duration.ofNanos(1)).run(this::interruptedInTheFirstRun))
        .hasMessage("interrupted");
    assertThat(Thread.interrupted()).as("the flag on return").isTrue();
  }
}
