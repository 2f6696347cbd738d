package io.orderingengine.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderingengine.catalog.ProductDetailId;
import io.orderingengine.contract.StagedStore.Seen;
import io.orderingengine.contract.StagedStore.Step;
import io.orderingengine.order.Checkout;
import io.orderingengine.order.Order;
import io.orderingengine.spi.Grouping;
import io.orderingengine.spi.Table;
import io.orderingengine.user.UserId;
import io.orderingengine.value.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** How groups form: who shares a transaction with whom, who leads, and when they are answered. */
public abstract class GroupsContract extends GroupContract {
  private List<Calling<Outcome<?>>> chargeTogether(List<UserId> users) {
    return together(users.stream().map(this::charge).collect(Collectors.toList()));
  }

  private List<Thread> leaders() {
    return groups.staged().seen().stream().map(Seen::thread).toList();
  }

  @Test
  void aLoneCommandRunsAtOnceOnItsOwnThread() {
    List<UserId> users = users(3);
    users.forEach(user -> assertThat(charge(user).get().isAccepted()).isTrue());
    assertThat(groupsSeen()).isEqualTo(ids(users).stream().map(List::of).toList());
    assertThat(leaders()).containsOnly(Thread.currentThread());
  }

  @Test
  void thoseThatArriveWhileTheLaneIsTakenShareOneTransaction() {
    List<UserId> users = users(5);
    List<Calling<Outcome<?>>> calls = chargeTogether(users);
    assertThat(accepted(calls)).containsOnly(true);
    assertThat(groupsSeen()).as("users by transaction").containsExactly(ids(users));
    assertThat(leaders()).as("the oldest leads").containsExactly(calls.get(0).thread());
    users.forEach(user -> assertThat(balance(user)).isEqualTo(1));
  }

  @Test
  void aGroupHasNoMoreRowsThanItMayAndIsLedByOneOfItsOwn() {
    groups = open(Grouping.of(1, 2 * ROWS_OF_A_CHARGE), builder -> builder);
    List<UserId> users = users(6);
    List<Calling<Outcome<?>>> calls = chargeTogether(users);
    assertThat(accepted(calls)).containsOnly(true);
    List<Long> ids = ids(users);
    assertThat(groupsSeen())
        .containsExactly(ids.subList(0, 2), ids.subList(2, 4), ids.subList(4, 6));
    assertThat(leaders())
        .containsExactly(calls.get(0).thread(), calls.get(2).thread(), calls.get(4).thread());
  }

  @Test
  void aRowLessThanTwoCommandsNeedKeepsThemApart() {
    groups = open(Grouping.of(1, 2 * ROWS_OF_A_CHARGE - 1), builder -> builder);
    List<UserId> users = users(2);
    assertThat(accepted(chargeTogether(users))).containsOnly(true);
    assertThat(groupsSeen()).isEqualTo(ids(users).stream().map(List::of).toList());
  }

  @Test
  void aCommandWithMoreRowsThanAGroupMayHaveIsAGroupByItself() {
    groups = open(Grouping.of(1, 2 * ROWS_OF_A_CHARGE), builder -> builder);
    List<UserId> users = users(4);
    Checkout cart = Checkout.by(users.get(1));
    for (int i = 0; i < 5; i++) {
      cart = cart.item(option(0, 1), 1);
    }
    List<Calling<Outcome<?>>> calls =
        together(charge(users.get(0)), checkout(cart), charge(users.get(2)), charge(users.get(3)));
    assertThat(accepted(calls)).containsOnly(true);
    List<Long> ids = ids(users);
    assertThat(groupsSeen())
        .containsExactly(ids.subList(0, 1), ids.subList(1, 2), ids.subList(2, 4));
  }

  @Test
  void twoLanesRunTwoGroupsSideBySideAndAThirdWaits() {
    groups = open(Grouping.of(2, 1_000), builder -> builder);
    List<UserId> users = users(3);
    Hold lanes = groups.holdAt(Step.BEGIN);
    Calling<Outcome<?>> first = groups.start(charge(users.get(0)));
    lanes.awaitHeld(1);
    Calling<Outcome<?>> second = groups.start(charge(users.get(1)));
    lanes.awaitHeld(1);
    Calling<Outcome<?>> third = groups.queue(charge(users.get(2)));
    assertThat(third.isQueued()).as("whether the third waits for a lane").isTrue();
    lanes.letOneGo();
    lanes.awaitHeld(1);
    assertThat(first.isDone() && second.isDone()).as("one of the two is still held").isFalse();
    lanes.letGo();
    assertThat(accepted(List.of(first, second, third))).containsOnly(true);
    assertThat(groups.staged().seen()).hasSize(3);
  }

  /** A lane that was given back is free again, and not twice. */
  @Test
  void lanesAreNeitherLostNorMultiplied() {
    for (int round = 0; round < 3; round++) {
      assertThat(accepted(chargeTogether(users(2)))).containsOnly(true);
      assertThat(groupsSeen()).as("groups in round %d", round).hasSize(1);
    }
  }

  @Test
  void nobodyIsAnsweredBeforeTheCommitNotEvenWhoIsRejected() {
    UserId ada = user(100);
    ProductDetailId red = option(10, 1);
    Hold lane = groups.takeLane();
    Hold commit = groups.holdAt(Step.COMMIT);
    List<Calling<Outcome<?>>> calls = new ArrayList<>();
    calls.add(groups.queue(charge(ada)));
    calls.add(groups.queue(checkout(cart(ada, red, 1))));
    calls.add(groups.queue(checkout(cart(ada, red, 1))));
    CompletableFuture<Outcome<Order>> async =
        groups.engine().orders().checkoutAsync(cart(ada, red, 1)).toCompletableFuture();
    lane.letGo();
    commit.awaitHeld(1);
    Stream<CompletableFuture<?>> answers =
        Stream.concat(calls.stream().map(Calling::answer), Stream.of(async));
    assertThat(oneEndsInAMoment(answers)).as("whether one is answered before the commit").isFalse();
    commit.letGo();
    assertThat(accepted(calls)).containsExactly(true, true, false);
    assertThat(get(async).isAccepted()).isFalse();
    assertThat(groups.staged().seen()).hasSize(1);
    assertThat(Conservation.rows(store.queries(), Table.ORDERS)).hasSize(1);
  }

  /** The thread that led has handed its lane on: its own answer does not wait for later groups. */
  @Test
  void whoHasLedIsAnsweredWhileTheNextGroupRuns() {
    groups = open(Grouping.of(1, ROWS_OF_A_CHARGE), builder -> builder);
    List<UserId> users = users(2);
    Hold lane = groups.takeLane();
    Calling<Outcome<?>> first = groups.queue(charge(users.get(0)));
    Calling<Outcome<?>> second = groups.queue(charge(users.get(1)));
    Hold next = groups.holdAt(Step.COMMIT);
    lane.letGo();
    next.awaitHeld(1);
    next.letOneGo();
    next.awaitHeld(1);
    assertThat(first.told().isAccepted()).isTrue();
    assertThat(second.isDone()).as("whether the second is answered before its commit").isFalse();
    next.letGo();
    assertThat(second.told().isAccepted()).isTrue();
  }

  @Test
  void anInterruptedWaiterIsAnsweredAndKeepsItsFlag() {
    List<UserId> users = users(2);
    Hold lane = groups.takeLane();
    List<Calling<Outcome<?>>> calls =
        List.of(groups.queue(charge(users.get(0))), groups.queue(charge(users.get(1))));
    calls.forEach(call -> call.thread().interrupt());
    calls.forEach(Calling::awaitInterruptSeen);
    assertThat(calls).as("calls that still wait").noneMatch(Calling::isDone);
    lane.letGo();
    assertThat(accepted(calls)).containsOnly(true);
    assertThat(calls).as("flags on return").allMatch(Calling::isInterrupted);
    assertThat(groups.staged().seen()).hasSize(1);
  }

  @Test
  void anInterruptedLeaderFinishesItsGroupAndKeepsItsFlag() {
    List<UserId> users = users(3);
    Hold lane = groups.takeLane();
    List<Calling<Outcome<?>>> calls = users.stream().map(u -> groups.queue(charge(u))).toList();
    Hold begin = groups.holdAt(Step.BEGIN);
    lane.letGo();
    begin.awaitHeld(1);
    calls.get(0).thread().interrupt();
    begin.letGo();
    assertThat(accepted(calls)).containsOnly(true);
    assertThat(calls.stream().map(Calling::isInterrupted)).containsExactly(true, false, false);
    users.forEach(user -> assertThat(balance(user)).isEqualTo(1));
  }
}
