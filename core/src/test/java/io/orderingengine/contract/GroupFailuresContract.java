package io.orderingengine.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderingengine.catalog.ProductDetailId;
import io.orderingengine.contract.StagedStore.Seen;
import io.orderingengine.contract.StagedStore.Step;
import io.orderingengine.spi.Grouping;
import io.orderingengine.spi.OutcomeUnknownException;
import io.orderingengine.spi.StoreConflictException;
import io.orderingengine.spi.StoreException;
import io.orderingengine.spi.StoreGuardException;
import io.orderingengine.spi.StoreTimeoutException;
import io.orderingengine.user.UserId;
import io.orderingengine.value.IdempotencyKey;
import io.orderingengine.value.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a group's members are told when their transaction fails, and what is run again. */
public abstract class GroupFailuresContract extends GroupContract {
  private static final int MEMBERS = 8;

  /** Each member is one of these users, and charges the balance by one. */
  private List<UserId> users;

  private List<Calling<Outcome<?>>> chargeTogether() {
    users = users(MEMBERS);
    Hold lane = groups.takeLane();
    List<Calling<Outcome<?>>> calls =
        users.stream().map(user -> groups.queue(charge(user))).toList();
    lane.letGo();
    return calls;
  }

  private List<Calling<Outcome<?>>> chargeWhere(Step step, Consumer<Seen> fault) {
    groups.staged().at(step, fault);
    List<Calling<Outcome<?>>> calls = chargeTogether();
    calls.forEach(Calling::failure);
    return calls;
  }

  /** So many times throws in the transactions that have all members. */
  private static Consumer<Seen> failing(int times, Supplier<? extends Throwable> failure) {
    Consumer<Seen> failing = StagedStore.failing(times, failure);
    return transaction -> {
      if (transaction.users().size() == MEMBERS) {
        failing.accept(transaction);
      }
    };
  }

  private List<Integer> sizesSeen() {
    return groupsSeen().stream().map(List::size).toList();
  }

  private void assertCharged(List<Calling<Outcome<?>>> calls) {
    assertThat(accepted(calls)).containsOnly(true);
    users.forEach(user -> assertThat(balance(user)).isEqualTo(1));
  }

  /** Each has the same failure, nothing was written, and the lane goes on. */
  private void assertAllFail(
      List<Calling<Outcome<?>>> calls, Class<? extends Throwable> failure, String message) {
    assertThat(calls)
        .allSatisfy(call -> assertThat(call.failure()).isInstanceOf(failure).hasMessage(message));
    users.forEach(user -> assertThat(balance(user)).isZero());
    assertLaneWorks();
  }

  @Test
  void aConflictAtTheLockRunsTheWholeGroupAgain() {
    List<Calling<Outcome<?>>> calls =
        chargeWhere(Step.LOCK, failing(2, () -> new StoreConflictException("planted")));
    assertCharged(calls);
    assertThat(sizesSeen()).containsExactly(MEMBERS, MEMBERS, MEMBERS);
  }

  @Test
  void aConflictAtTheWriteRunsTheWholeGroupAgain() {
    List<Calling<Outcome<?>>> calls =
        chargeWhere(Step.WRITE, failing(2, () -> new StoreConflictException("planted")));
    assertCharged(calls);
    assertThat(sizesSeen()).containsExactly(MEMBERS, MEMBERS, MEMBERS);
  }

  @Test
  void aConflictAtTheCommitRunsTheWholeGroupAgain() {
    List<Calling<Outcome<?>>> calls =
        chargeWhere(Step.COMMIT, failing(1, () -> new StoreConflictException("planted")));
    assertCharged(calls);
    assertThat(sizesSeen()).containsExactly(MEMBERS, MEMBERS);
  }

  @Test
  void aGroupIsRunTenTimesAtMost() {
    List<Calling<Outcome<?>>> calls =
        chargeWhere(Step.LOCK, failing(1_000, () -> new StoreConflictException("planted")));
    assertThat(sizesSeen()).hasSize(10).containsOnly(MEMBERS);
    assertAllFail(calls, StoreConflictException.class, "planted");
  }

  private Consumer<Seen> refusing(int member, Supplier<? extends Throwable> failure) {
    return transaction -> {
      if (transaction.users().contains(users.get(member).value())) {
        StagedStore.fail(failure.get());
      }
    };
  }

  private void assertOneFails(
      int member, Supplier<? extends Throwable> failure, Integer... transactions) {
    List<Calling<Outcome<?>>> calls =
        chargeWhere(Step.WRITE, seen -> refusing(member, failure).accept(seen));
    for (int i = 0; i < MEMBERS; i++) {
      if (i == member) {
        assertThat(calls.get(i).failure()).isInstanceOf(failure.get().getClass());
      } else {
        assertThat(calls.get(i).failure()).as("member %d", i).isNull();
      }
      assertThat(balance(users.get(i))).isEqualTo(i == member ? 0 : 1);
    }
    assertThat(sizesSeen()).as("members by transaction").containsExactly(transactions);
    groups.staged().at(Step.WRITE, any -> {});
    assertLaneWorks();
  }

  @Test
  void whatTheStoreRefusesToWriteIsFoundByHalves() {
    assertOneFails(5, () -> new StoreException("planted"), 8, 4, 4, 2, 1, 1, 2);
  }

  @Test
  void whatTheStoreRefusesOfTheFirstIsFoundByHalves() {
    assertOneFails(0, () -> new StoreException("planted"), 8, 4, 2, 1, 1, 2, 4);
  }

  /** Alone, its command is run again like any that lost against another. */
  @Test
  void aGuardThatDoesNotHoldIsFoundByHalves() {
    assertOneFails(
        7,
        () -> new StoreGuardException("planted"),
        8,
        4,
        4,
        2,
        2,
        1,
        1,
        1,
        1,
        1,
        1,
        1,
        1,
        1,
        1,
        1);
  }

  /** A guard that no longer fails in the halves: everyone is accepted. */
  @Test
  void aGuardThatFailsOnceHarmsNobody() {
    List<Calling<Outcome<?>>> calls =
        chargeWhere(Step.WRITE, failing(1, () -> new StoreGuardException("planted")));
    assertCharged(calls);
    assertThat(sizesSeen()).containsExactly(MEMBERS, MEMBERS / 2, MEMBERS / 2);
  }

  @Test
  void aLockTimeoutFailsTheGroupAndIsNotRunAgain() {
    List<Calling<Outcome<?>>> calls =
        chargeWhere(Step.LOCK, failing(1, () -> new StoreTimeoutException("planted")));
    assertThat(sizesSeen()).containsExactly(MEMBERS);
    assertAllFail(calls, StoreTimeoutException.class, "planted");
  }

  @Test
  void aTimeoutWhileWritingFailsTheGroupAndIsNotRunAgain() {
    List<Calling<Outcome<?>>> calls =
        chargeWhere(Step.WRITE, failing(1, () -> new StoreTimeoutException("planted")));
    assertThat(sizesSeen()).containsExactly(MEMBERS);
    assertAllFail(calls, StoreTimeoutException.class, "planted");
  }

  /** Before anything is written a failure says nothing of any member. */
  @Test
  void aFailureBeforeTheWriteFailsTheGroupAndIsNotRunAgain() {
    List<Calling<Outcome<?>>> calls =
        chargeWhere(Step.LOCK, failing(1, () -> new StoreException("planted")));
    assertThat(sizesSeen()).containsExactly(MEMBERS);
    assertAllFail(calls, StoreException.class, "planted");
  }

  @Test
  void aBugOfTheStoreReachesAll() {
    List<Calling<Outcome<?>>> calls =
        chargeWhere(Step.WRITE, failing(1, () -> new IllegalStateException("planted")));
    assertThat(sizesSeen()).containsExactly(MEMBERS);
    assertAllFail(calls, IllegalStateException.class, "planted");
  }

  @Test
  void anUnknownOutcomeReachesAllAndIsNotRunAgain() {
    users = users(MEMBERS);
    Hold lane = groups.takeLane();
    List<Calling<Outcome<?>>> calls =
        users.stream().map(user -> groups.queue(charge(user))).toList();
    groups
        .staged()
        .at(Step.END, StagedStore.failing(1, () -> new OutcomeUnknownException("planted", null)));
    lane.letGo();
    assertThat(calls)
        .allSatisfy(
            call ->
                assertThat(call.failure())
                    .isInstanceOf(OutcomeUnknownException.class)
                    .hasMessage("planted"));
    users.forEach(user -> assertThat(balance(user)).as("charged once").isEqualTo(1));
    assertThat(sizesSeen()).containsExactly(MEMBERS);
    assertLaneWorks();
  }

  private void assertErrorEndsTheLeaderAlone(Step step) {
    List<Calling<Outcome<?>>> calls =
        chargeWhere(step, failing(1, () -> new LinkageError("planted")));
    assertThat(calls.get(0).failure()).isInstanceOf(LinkageError.class).hasMessage("planted");
    assertThat(calls.subList(1, MEMBERS))
        .allSatisfy(
            call ->
                assertThat(call.failure())
                    .isInstanceOf(OutcomeUnknownException.class)
                    .hasRootCauseMessage("planted"));
    users.forEach(user -> assertThat(balance(user)).isZero());
    assertThat(sizesSeen()).containsExactly(MEMBERS);
    assertLaneWorks();
  }

  @Test
  void anErrorInTheLeaderLeavesTheOthersWithAnUnknownOutcome() {
    assertErrorEndsTheLeaderAlone(Step.LOCK);
    assertErrorEndsTheLeaderAlone(Step.COMMIT);
  }

  /** In halves as well: those that were committed before are answered as what they are. */
  @Test
  void anErrorInOneHalfDoesNotTouchWhatTheOtherHasCommitted() {
    groups
        .staged()
        .at(
            Step.WRITE,
            transaction -> {
              if (transaction.users().size() == MEMBERS) {
                throw new StoreGuardException("planted");
              }
              if (transaction.users().contains(users.get(MEMBERS - 1).value())) {
                throw new LinkageError("planted");
              }
            });
    List<Calling<Outcome<?>>> calls = chargeTogether();
    for (int i = 0; i < MEMBERS; i++) {
      boolean committed = i < MEMBERS / 2;
      assertThat(calls.get(i).failure() == null).as("member %d", i).isEqualTo(committed);
      assertThat(balance(users.get(i))).isEqualTo(committed ? 1 : 0);
    }
    assertThat(calls.get(MEMBERS - 1).failure()).isInstanceOf(OutcomeUnknownException.class);
  }

  // a storm

  private static final int CALLERS = 32;
  private static final int CALLS = 6;
  private static final int FAULTS = 60;

  /** Throws something at many transactions, until so many have been spoilt. */
  private static Consumer<Seen> storm(
      long seed, AtomicInteger left, List<Supplier<? extends Throwable>> faults) {
    var random = new Random(seed);
    return transaction -> {
      int next;
      synchronized (random) {
        next = random.nextInt(2 * faults.size());
      }
      if (next < faults.size() && left.getAndDecrement() > 0) {
        StagedStore.fail(faults.get(next).get());
      }
    };
  }

  /** Calls of a storm, and what became of them. */
  private record Told(UserId user, String key, Outcome<?> outcome, Throwable failure) {}

  @Test
  void inAStormEachCallIsAnsweredOnceAndTheRowsAreWhatWasTold() {
    groups = open(Grouping.of(2, 60), builder -> builder);
    ProductDetailId red = option(1, 100);
    List<UserId> buyers = IntStream.range(0, CALLERS).mapToObj(i -> user(4)).toList();
    var left = new AtomicInteger(FAULTS);
    groups
        .staged()
        .at(
            Step.LOCK,
            storm(
                1,
                left,
                List.of(
                    () -> new StoreConflictException("planted"),
                    () -> new StoreTimeoutException("planted"))));
    groups
        .staged()
        .at(
            Step.WRITE,
            storm(
                2,
                left,
                List.of(
                    () -> new StoreConflictException("planted"),
                    () -> new StoreGuardException("planted"),
                    () -> new StoreException("planted"),
                    () -> new IllegalStateException("planted"),
                    () -> new LinkageError("planted"))));
    groups
        .staged()
        .at(Step.END, storm(3, left, List.of(() -> new OutcomeUnknownException("planted", null))));
    var answers = new AtomicInteger();
    List<Told> told =
        Crowd.of(CALLERS, i -> buy(buyers.get(i), red, answers)).stream()
            .flatMap(List::stream)
            .toList();
    assertThat(left.get()).as("faults left").isLessThan(FAULTS / 2);
    assertThat(answers).as("answers").hasValue(CALLERS * CALLS);
    told.forEach(this::assertAsTold);
    long sold = 100 - stock(red);
    assertThat(told.stream().filter(call -> call.outcome != null && call.outcome.isAccepted()))
        .as("accepted, of %d sold", sold)
        .hasSizeLessThanOrEqualTo((int) sold)
        .isNotEmpty();
    assertThat(told.stream().filter(call -> call.failure != null)).as("failed").isNotEmpty();
  }

  private List<Told> buy(UserId user, ProductDetailId option, AtomicInteger answers) {
    List<Told> told = new ArrayList<>();
    for (int i = 0; i < CALLS; i++) {
      String key = "k" + i;
      var cart = cart(user, option, 1).key(key);
      try {
        Outcome<?> outcome =
            i % 2 == 0
                ? groups.engine().orders().checkout(cart)
                : get(
                    groups
                        .engine()
                        .orders()
                        .checkoutAsync(cart)
                        .whenComplete((order, thrown) -> answers.incrementAndGet()));
        told.add(new Told(user, key, outcome, null));
      } catch (RuntimeException | LinkageError failure) {
        told.add(new Told(user, key, null, failure));
      }
      if (i % 2 == 0) {
        answers.incrementAndGet();
      }
    }
    return told;
  }

  private void assertAsTold(Told call) {
    boolean exists = engine.orders().findByKey(call.user, IdempotencyKey.of(call.key)).isPresent();
    if (call.outcome != null) {
      assertThat(exists).as("order of %s", call).isEqualTo(call.outcome.isAccepted());
    } else if (!(call.failure instanceof OutcomeUnknownException)) {
      assertThat(call.failure).hasMessage("planted");
      assertThat(exists).as("order of %s", call).isFalse();
    }
  }
}
