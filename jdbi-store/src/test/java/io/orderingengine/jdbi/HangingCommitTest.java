package io.orderingengine.jdbi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderingengine.order.Order;
import io.orderingengine.spi.OutcomeUnknownException;
import io.orderingengine.spi.StoreTimeoutException;
import io.orderingengine.value.Outcome;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Commits that hang on the server, as in synchronous replication: neither made nor lost, and made
 * in the end. It takes some seconds to start a server that no other test needs.
 */
class HangingCommitTest {
  private static final Duration SOON = Duration.ofMillis(300);

  private static AbsentStandby standby;

  private WiredShop wired;

  @BeforeAll
  static void start() throws Exception {
    standby = new AbsentStandby();
  }

  @AfterAll
  static void stop() throws Exception {
    standby.close();
  }

  private void open(UnaryOperator<JdbiStoreBuilder> settings) {
    wired = new WiredShop(standby.server, Duration.ofSeconds(10), settings);
  }

  @AfterEach
  void close() throws Exception {
    standby.letCommitsGo();
    wired.close();
  }

  private CompletableFuture<Outcome<Order>> buyInHangingCommit() throws Exception {
    standby.hangCommits();
    CompletableFuture<Outcome<Order>> outcome =
        CompletableFuture.supplyAsync(() -> wired.shop.buy());
    Polling.until("the commit hangs", () -> standby.hangingCommits() == 1);
    return outcome;
  }

  private void assertAskedAndThenAccepted(CompletableFuture<Outcome<Order>> outcome)
      throws Exception {
    Polling.until(
        "it is asked for the outcome", () -> outcome.isDone() || standby.waitingForLane() > 0);
    assertThat(outcome).as("the answer while the commit hangs").isNotDone();
    assertThat(standby.hangingCommits()).as("commits that hang").isEqualTo(1);
    standby.letCommitsGo();
    MugShop.assertSold(outcome);
    wired.assertSold(1);
  }

  @Test
  void theConnectionIsCutMeanwhile() throws Exception {
    open(settings -> settings);
    CompletableFuture<Outcome<Order>> outcome = buyInHangingCommit();
    wired.wire.cut();
    assertAskedAndThenAccepted(outcome);
  }

  /** PostgreSQL answers a COMMIT that is cancelled while it waits for a standby with success. */
  @Test
  void longerThanAnyAnswerMayTake() throws Exception {
    open(settings -> settings.lockTimeout(SOON).answerTimeout(SOON));
    assertAskedAndThenAccepted(buyInHangingCommit());
    assertThat(wired.wire.cancels()).as("cancellations sent").isZero();
  }

  @Test
  void longerThanTheOutcomeIsAskedFor() throws Exception {
    open(settings -> settings.lockTimeout(SOON).outcomeTimeout(SOON));
    standby.hangCommits();
    CompletableFuture<Outcome<Order>> outcome =
        CompletableFuture.supplyAsync(() -> wired.shop.buy("cart-17"));
    Polling.until("the commit hangs", () -> standby.hangingCommits() == 1);
    wired.wire.cut();
    assertThatThrownBy(outcome::join).hasCauseInstanceOf(OutcomeUnknownException.class);
    assertThatThrownBy(() -> wired.shop.buy("cart-17")).isInstanceOf(StoreTimeoutException.class);
    standby.letCommitsGo();
    Polling.until("no commit hangs", () -> standby.hangingCommits() == 0);
    assertThat(wired.shop.buy("cart-17").isAccepted()).as("accepted").isTrue();
    wired.assertSold(1);
  }
}
