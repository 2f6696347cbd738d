package io.orderingengine.internal.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderingengine.internal.command.Command;
import io.orderingengine.internal.command.Decision;
import io.orderingengine.internal.command.Ids;
import io.orderingengine.spi.Grouping;
import io.orderingengine.spi.RowIds;
import io.orderingengine.spi.RowKeys;
import io.orderingengine.spi.Rows;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class GroupQueueTest {
  private static final Duration LONG = Duration.ofMinutes(1);

  private final GroupQueue queue = new GroupQueue(Grouping.of(1, 10));

  /** A command that names so many rows, and may write so many. */
  private record Sized(int names, int ids) implements Command<String> {
    @Override
    public RowKeys keys() {
      return RowKeys.builder()
          .balances(RowIds.of(LongStream.rangeClosed(1, names).toArray()))
          .build();
    }

    @Override
    public Decision<String> decide(Rows rows, Instant now, Ids ids) {
      throw new UnsupportedOperationException();
    }
  }

  private static Submission<?> sized(int names, int ids) {
    return new Caller<>(new Sized(names, ids), Deadline.after(LONG));
  }

  private static Submission<?> rows(int rows) {
    return sized(rows, 0);
  }

  private List<Submission<?>> entered(Submission<?>... submissions) {
    for (Submission<?> submission : submissions) {
      assertThat(queue.enter(submission)).isNull();
    }
    return List.of(submissions);
  }

  private Group running;

  private void takeLane() {
    Submission<?> first = rows(1);
    running = queue.enter(first);
    assertThat(running.members()).containsExactly(first);
  }

  /** Ends the group that runs, and answers the next. */
  private Group next() {
    running = queue.next(running);
    return running;
  }

  @Test
  void whoFindsALaneFreeIsAGroupAlone() {
    takeLane();
    assertThat(next()).isNull();
    takeLane();
  }

  @Test
  void anotherLaneIsOpenedWhenHalfAsManyWaitAsRun() {
    var two = new GroupQueue(Grouping.of(2, 100));
    Group first = two.enter(rows(1));
    Group beside = two.enter(rows(1));
    assertThat(beside.members()).as("beside a group of one").hasSize(1);
    List<Submission<?>> crowd = List.of(rows(1), rows(1), rows(1), rows(1), rows(1), rows(1));
    crowd.forEach(waiter -> assertThat(two.enter(waiter)).isNull());
    Group large = two.next(first);
    assertThat(large.members()).isEqualTo(crowd);
    assertThat(two.next(beside)).as("a lane is free").isNull();
    assertThat(two.enter(rows(1))).as("one beside six").isNull();
    assertThat(two.enter(rows(1))).as("two beside six").isNull();
    Submission<?> third = rows(1);
    Group half = two.enter(third);
    assertThat(half.members()).as("three beside six").hasSize(3);
    assertThat(half.leader()).as("whose thread is there").isSameAs(third);
  }

  @Test
  void rowsAreThoseThatAreNamedAndThoseThatMayBeWritten() {
    assertThat(sized(2, 3).rows()).isEqualTo(5);
    takeLane();
    List<Submission<?>> two = entered(sized(2, 3), sized(1, 4));
    List<Submission<?>> another = entered(sized(0, 1));
    assertThat(next().members()).isEqualTo(two);
    assertThat(next().members()).isEqualTo(another);
    assertThat(next()).isNull();
  }

  /** A small one that would still fit does not overtake a large one. */
  @Test
  void nobodyIsOvertaken() {
    takeLane();
    List<Submission<?>> all = entered(rows(6), rows(5), rows(4));
    assertThat(next().members()).isEqualTo(all.subList(0, 1));
    assertThat(next().members()).isEqualTo(all.subList(1, 3));
  }

  @Test
  void whoHasMoreRowsThanAGroupMayHaveIsAGroupAlone() {
    takeLane();
    List<Submission<?>> all = entered(rows(11), rows(10), rows(1));
    for (Submission<?> one : all) {
      assertThat(next().members()).containsExactly(one);
    }
  }

  @Test
  void whoGivesUpIsInNoGroup() {
    takeLane();
    List<Submission<?>> all = entered(rows(1), rows(1));
    assertThat(queue.withdraw(all.get(0))).isTrue();
    assertThat(queue.withdraw(all.get(0))).as("a second time").isFalse();
    assertThat(next().members()).containsExactly(all.get(1));
    assertThat(queue.withdraw(all.get(1))).as("out of a group").isFalse();
  }

  @Test
  void aClosedQueueHandsOutWhoWaitsAndRefusesTheNext() {
    takeLane();
    List<Submission<?>> waiting = entered(rows(1), rows(1));
    assertThat(queue.close()).isEqualTo(waiting);
    assertThat(queue.close()).isEmpty();
    assertThatThrownBy(() -> queue.enter(rows(1)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("the engine is closed");
    assertThat(next()).as("the lane is free").isNull();
  }

  @Test
  void theWaitForFreeLanesIsBoundedAndKeepsAnInterrupt() {
    takeLane();
    Thread.currentThread().interrupt();
    long start = System.nanoTime();
    queue.await(Duration.ofMillis(20));
    assertThat(Thread.interrupted()).as("the flag").isTrue();
    assertThat(System.nanoTime() - start).isGreaterThanOrEqualTo(Duration.ofMillis(20).toNanos());
    assertThat(next()).isNull();
    queue.await(LONG);
  }
}
