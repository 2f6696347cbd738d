package io.orderingengine.jdbi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderingengine.jdbi.PostgreSqlWire.Fate;
import io.orderingengine.spi.OutcomeUnknownException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Commits whose answer is lost on the way. No order has a key: what ran twice was sold twice. */
class UnknownCommitTest {
  private final WiredShop wired =
      new WiredShop(
          PostgreSqlServer.NEWEST,
          Duration.ofSeconds(1),
          settings ->
              settings
                  .lockTimeout(Duration.ofMillis(200))
                  .answerTimeout(Duration.ofMillis(200))
                  .outcomeTimeout(Duration.ofMillis(500)));

  private final int commitsBefore = wired.wire.commits();

  @AfterEach
  void close() {
    wired.close();
  }

  private void assertSoldOne(CountDownLatch fault, int commits) {
    wired.shop.assertSells();
    assertThat(fault.getCount()).as("faults that are yet to come").isZero();
    wired.assertSold(1);
    assertThat(wired.wire.commits() - commitsBefore).as("commits sent").isEqualTo(commits);
    assertThat(wired.wire.cancels()).as("cancellations sent").isZero();
  }

  @Test
  void committedButTheAnswerIsLost() {
    assertSoldOne(wired.wire.next(PostgreSqlWire.COMMITTED, Fate.CUT), 1);
  }

  @Test
  void theCommitIsLost() {
    assertSoldOne(wired.wire.next(PostgreSqlWire.COMMIT, Fate.CUT), 2);
  }

  @Test
  void committedButTheAnswerNeverComes() {
    assertSoldOne(wired.wire.next(PostgreSqlWire.COMMITTED, Fate.HOLD), 1);
  }

  @Test
  void theCommitNeverArrives() {
    assertSoldOne(wired.wire.next(PostgreSqlWire.COMMIT, Fate.HOLD), 2);
  }

  @Test
  void nobodyCanTell() {
    wired.wire.obey(
        message -> {
          if (PostgreSqlWire.COMMITTED.test(message)) {
            wired.wire.close();
            return Fate.CUT;
          }
          return Fate.PASS;
        });
    assertThatThrownBy(wired.shop::buy).isInstanceOf(OutcomeUnknownException.class);
    wired.assertSold(1);
  }
}
