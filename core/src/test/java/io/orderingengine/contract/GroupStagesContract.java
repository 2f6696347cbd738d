package io.orderingengine.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderingengine.catalog.ProductDetailId;
import io.orderingengine.contract.StagedStore.Seen;
import io.orderingengine.order.Order;
import io.orderingengine.spi.Grouping;
import io.orderingengine.user.UserId;
import io.orderingengine.value.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Commands that no thread waits for: who runs them, and where their stages complete. */
public abstract class GroupStagesContract extends GroupContract {
  private static final String TASK = "host-task";

  private final ExecutorService pool =
      Executors.newFixedThreadPool(2, work -> new Thread(work, TASK));
  private final AtomicInteger tasks = new AtomicInteger();
  private final AtomicBoolean refusing = new AtomicBoolean();

  /** The host's executor: it has threads of a name of their own, counts, and refuses if told to. */
  private final Executor host =
      task -> {
        if (refusing.get()) {
          throw new RejectedExecutionException("planted");
        }
        tasks.incrementAndGet();
        pool.execute(task);
      };

  @AfterEach
  void endPool() {
    pool.shutdownNow();
  }

  private void openWith(Grouping grouping, Executor executor) {
    groups = open(grouping, builder -> builder.executor(executor));
  }

  private CompletionStage<Outcome<Order>> checkoutAsync(UserId user, ProductDetailId option) {
    return groups.engine().orders().checkoutAsync(cart(user, option, 1));
  }

  private List<String> leaders() {
    return groups.staged().seen().stream().map(Seen::thread).map(Thread::getName).toList();
  }

  @Test
  void onAnIdleEngineTheExecutorRunsTheCommandAndCompletesTheStage() {
    openWith(ONE_LANE, host);
    UserId ada = user(10);
    ProductDetailId red = option(1, 5);
    for (int i = 0; i < 5; i++) {
      Hold completing = groups.holdAt(StagedStore.Step.COMMIT);
      CompletionStage<String> completedOn =
          checkoutAsync(ada, red).thenApply(told -> Thread.currentThread().getName());
      completing.letGo();
      assertThat(get(completedOn)).isEqualTo(TASK);
    }
    assertThat(leaders()).hasSize(5).containsOnly(TASK);
    assertThat(stock(red)).isZero();
  }

  @Test
  void aTaskOfTheExecutorLeadsAGroupWithoutThreads() {
    openWith(ONE_LANE, host);
    UserId ada = user(10);
    ProductDetailId red = option(1, 5);
    Hold lane = groups.takeLane();
    CompletionStage<Outcome<Order>> oldest = checkoutAsync(ada, red);
    CompletionStage<Outcome<Order>> next = checkoutAsync(ada, red);
    assertThat(tasks).as("tasks while they wait").hasValue(0);
    lane.letGo();
    assertThat(get(oldest).isAccepted() && get(next).isAccepted()).isTrue();
    assertThat(leaders()).containsExactly(TASK);
  }

  @Test
  void theOldestThreadOfAGroupLeadsIt() {
    openWith(ONE_LANE, host);
    UserId ada = user(10);
    ProductDetailId red = option(1, 5);
    Hold lane = groups.takeLane();
    CompletionStage<String> completedOn =
        checkoutAsync(ada, red).thenApply(told -> Thread.currentThread().getName());
    Calling<Outcome<?>> oldest = groups.queue(charge(ada));
    Calling<Outcome<?>> next = groups.queue(charge(ada));
    lane.letGo();
    assertThat(get(completedOn)).isEqualTo(TASK);
    assertThat(oldest.told().isAccepted() && next.told().isAccepted()).isTrue();
    assertThat(groups.staged().seen()).hasSize(1);
    assertThat(groups.staged().seen().get(0).thread()).isSameAs(oldest.thread());
  }

  /** What hosts do with their answers does not keep the lane idle. */
  @Test
  void theNextGroupIsGivenToTheExecutorBeforeTheAnswers() {
    ExecutorService single = Executors.newSingleThreadExecutor();
    openWith(Grouping.of(1, 7), single);
    UserId ada = user(10);
    ProductDetailId red = option(1, 5);
    Hold lane = groups.takeLane();
    CompletionStage<Integer> begunWhenAnswered =
        checkoutAsync(ada, red).thenApply(told -> groups.staged().seen().size());
    CompletionStage<Outcome<Order>> next = checkoutAsync(ada, red);
    lane.letGo();
    assertThat(get(begunWhenAnswered)).as("transactions begun at the first answer").isEqualTo(2);
    assertThat(get(next).isAccepted()).isTrue();
    single.shutdown();
  }

  /** The executor's only thread waits in a call of its own: a task would never be run. */
  @Test
  void aGroupDoesNotWaitForAThreadThatWaitsForIt() {
    var only = new AtomicReference<Thread>();
    ExecutorService single =
        Executors.newSingleThreadExecutor(
            work -> {
              only.set(new Thread(work, TASK));
              return only.get();
            });
    openWith(ONE_LANE, single);
    UserId ada = user(10);
    Hold lane = groups.takeLane();
    CompletionStage<Outcome<Order>> oldest = checkoutAsync(ada, option(1, 5));
    CompletionStage<Outcome<?>> waiting = CompletableFuture.supplyAsync(charge(ada), single);
    Calling.awaitQueued(only.get());
    lane.letGo();
    assertThat(get(waiting).isAccepted()).isTrue();
    assertThat(get(oldest).isAccepted()).isTrue();
    single.shutdown();
  }

  /** The default before Java 21 is such a pool, on two processors with one thread. */
  @Test
  void aPoolWhoseThreadsWaitHasOneMoreForTheTaskThatTheyWaitFor() {
    var pool = new ForkJoinPool(1);
    openWith(Grouping.of(1, 7), pool);
    UserId ada = user(10);
    Hold lane = groups.takeLane();
    CompletionStage<Outcome<Order>> oldest = checkoutAsync(ada, option(1, 5));
    var waiter = new CompletableFuture<Thread>();
    CompletionStage<Outcome<?>> waiting =
        CompletableFuture.supplyAsync(
            () -> {
              waiter.complete(Thread.currentThread());
              return charge(ada).get();
            },
            pool);
    Calling.awaitQueued(get(waiter));
    lane.letGo();
    assertThat(get(waiting).isAccepted()).isTrue();
    assertThat(get(oldest).isAccepted()).isTrue();
    pool.shutdown();
  }

  @Test
  void anExecutorThatRefusesFailsTheStageOfAnIdleEngine() {
    openWith(ONE_LANE, host);
    UserId ada = user(10);
    ProductDetailId red = option(1, 5);
    refusing.set(true);
    assertThat(failure(checkoutAsync(ada, red))).isInstanceOf(RejectedExecutionException.class);
    assertThat(stock(red)).isEqualTo(5);
    assertLaneWorks();
    refusing.set(false);
    assertThat(get(checkoutAsync(ada, red)).isAccepted()).isTrue();
  }

  /** A thread leads; those whose answers nobody else delivers get them from it. */
  @Test
  void anExecutorThatRefusesHarmsNobodyWhereAThreadLeads() {
    openWith(ONE_LANE, host);
    UserId ada = user(10);
    ProductDetailId red = option(1, 5);
    Hold lane = groups.takeLane();
    List<CompletionStage<Outcome<Order>>> stages = new ArrayList<>();
    stages.add(checkoutAsync(ada, red));
    Calling<Outcome<?>> caller = groups.queue(charge(ada));
    stages.add(checkoutAsync(ada, red));
    refusing.set(true);
    lane.letGo();
    stages.forEach(stage -> assertThat(get(stage).isAccepted()).isTrue());
    assertThat(caller.told().isAccepted()).isTrue();
    assertThat(stock(red)).isEqualTo(3);
  }

  @Test
  void anExecutorThatRefusesTheLeaderAloneIsAskedForTheNext() {
    var refusals = new AtomicInteger(2);
    openWith(
        ONE_LANE,
        task -> {
          if (refusing.get() && refusals.getAndDecrement() > 0) {
            throw new RejectedExecutionException("planted");
          }
          pool.execute(task);
        });
    UserId ada = user(10);
    ProductDetailId red = option(1, 5);
    Hold lane = groups.takeLane();
    CompletionStage<Outcome<Order>> first = checkoutAsync(ada, red);
    CompletionStage<Outcome<Order>> next = checkoutAsync(ada, red);
    CompletionStage<Outcome<Order>> last = checkoutAsync(ada, red);
    refusing.set(true);
    lane.letGo();
    // the second refusal is that of the first one's answer
    assertThat(failure(first)).isInstanceOf(RejectedExecutionException.class);
    assertThat(get(next).isAccepted() && get(last).isAccepted()).isTrue();
    assertThat(leaders()).containsExactly(TASK);
    assertThat(stock(red)).isEqualTo(3);
  }

  @Test
  void anExecutorThatRefusesWholeGroupsLosesNoLane() {
    openWith(Grouping.of(1, 7), host);
    UserId ada = user(10);
    ProductDetailId red = option(1, 5);
    Hold lane = groups.takeLane();
    List<CompletionStage<Outcome<Order>>> refused =
        List.of(checkoutAsync(ada, red), checkoutAsync(ada, red), checkoutAsync(ada, red));
    refusing.set(true);
    lane.letGo();
    assertThat(refused.stream().map(stage -> failure(stage)))
        .hasOnlyElementsOfType(RejectedExecutionException.class);
    assertThat(stock(red)).isEqualTo(5);
    assertLaneWorks();
  }

  /** A host may let its own threads do the work. */
  @Test
  void anExecutorThatRunsInTheCallerLeadsOneGroupAfterTheOther() {
    openWith(Grouping.of(1, 7), Runnable::run);
    UserId ada = user(100);
    ProductDetailId red = option(1, 20);
    Hold lane = groups.takeLane();
    List<CompletionStage<Outcome<Order>>> stages = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      stages.add(checkoutAsync(ada, red));
    }
    lane.letGo();
    stages.forEach(stage -> assertThat(get(stage).isAccepted()).isTrue());
    assertThat(groups.staged().seen()).hasSize(20);
    assertThat(groups.staged().seen().stream().map(Seen::thread).distinct()).hasSize(1);
    assertThat(get(checkoutAsync(ada, option(1, 1))).isAccepted()).isTrue();
  }
}
