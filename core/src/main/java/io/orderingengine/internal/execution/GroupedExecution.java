package io.orderingengine.internal.execution;

import io.orderingengine.internal.command.Command;
import io.orderingengine.internal.command.Decision;
import io.orderingengine.spi.Grouping;
import io.orderingengine.spi.OrderingStore;
import io.orderingengine.spi.StoreQueries;
import io.orderingengine.value.Outcome;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Runs commands that arrive at the same time in one transaction: the busier it is, the larger the
 * groups. It has no threads and no timers. A calling thread leads one group, the one that holds its
 * own command, and hands its lane to the oldest thread of the next group before it answers; if no
 * thread waits for that one, a task on the executor leads. Nobody is answered before the group's
 * commit.
 */
public final class GroupedExecution implements Execution {
  private final OrderingStore store;
  private final MicrosecondClock clock;
  private final Duration timeout;
  private final Executor executor;
  private final GroupQueue queue;
  private final GroupTransactions transactions;
  private final Retry retry;
  private final Nesting nesting = new Nesting();

  public GroupedExecution(
      OrderingStore store,
      MicrosecondClock clock,
      Duration timeout,
      Executor executor,
      Grouping grouping) {
    this.store = store;
    this.clock = clock;
    this.timeout = timeout;
    this.executor = executor;
    queue = new GroupQueue(grouping);
    retry = new Retry(timeout);
    var ids = new IdBlocks(store, Retry.never());
    transactions = new GroupTransactions(store, clock, ids, nesting);
  }

  @Override
  public <T> Outcome<T> run(Command<T> command) {
    nesting.refuse();
    var caller = new Caller<T>(command, Deadline.after(timeout));
    Group group = queue.enter(caller);
    if (group == null || group.leader() != caller) {
      lead(handOn(group));
      group = caller.await(queue);
    }
    lead(group);
    return outcome(caller.decision());
  }

  @Override
  public <T> CompletionStage<Outcome<T>> submit(Command<T> command) {
    nesting.refuse();
    var promise = new Promise<T>(command, Deadline.after(timeout), executor, this::outcome);
    lead(handOn(queue.enter(promise)));
    return promise.stage();
  }

  private <T> Outcome<T> outcome(Decision<T> decision) {
    return read(queries -> decision.outcome(queries, clock::now));
  }

  @Override
  public <R> R read(Function<StoreQueries, R> query) {
    nesting.refuse();
    return retry.run(() -> nesting.during(() -> query.apply(store.queries())));
  }

  /** Leads a group, and those after it whose executor wants this very thread to lead them. */
  private void lead(@Nullable Group group) {
    while (group != null) {
      group = run(group);
    }
  }

  /** Runs a group, hands its lane on, and answers. */
  private @Nullable Group run(Group group) {
    Group left;
    try {
      transactions.run(group);
    } finally {
      try {
        left = handOn(queue.next(group));
      } finally {
        group.answer();
      }
    }
    return left;
  }

  /**
   * Gives a group to its leader; a task that the executor refuses fails, and the next one leads.
   *
   * @return the group if the executor has run its task right here
   */
  private @Nullable Group handOn(@Nullable Group group) {
    Group left = group;
    while (left != null) {
      if (left.leader() instanceof Caller<?> caller) {
        caller.lead(left);
        return null;
      }
      var task = new Leading(left);
      try {
        executor.execute(task);
        return task.isLeftToGiver() ? left : null;
      } catch (RuntimeException | Error refused) {
        left.leader().fail(refused);
        left.leader().answer();
        left = left.members().size() == 1 ? queue.next(left) : left.withoutLeader();
      }
    }
    return null;
  }

  /** Leads a group on a thread of the executor's. */
  private final class Leading implements Runnable {
    private final Group group;
    private final Thread giver = Thread.currentThread();
    private boolean given;
    private boolean leftToGiver;

    Leading(Group group) {
      this.group = group;
    }

    /** In the thread that gives the task away, it would pile up on that thread's stack. */
    @Override
    public void run() {
      if (Thread.currentThread() == giver && !given) {
        leftToGiver = true;
      } else {
        lead(group);
      }
    }

    /** Whether it ran at once, in the thread that gave it away. */
    boolean isLeftToGiver() {
      given = true;
      return leftToGiver;
    }
  }

  @Override
  public void close(Duration patience) {
    for (Submission<?> left : queue.close()) {
      left.fail(GroupQueue.closed());
      left.answer();
    }
    queue.await(patience);
  }
}
