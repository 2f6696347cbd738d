package io.orderingengine.internal.execution;

import io.orderingengine.internal.command.Command;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** A command whose thread waits for it. An interrupt does not end the wait; its flag is kept. */
final class Caller<T> extends Submission<T> {
  private final Thread thread = Thread.currentThread();
  private volatile @Nullable Group toLead;
  private volatile boolean answered;

  Caller(Command<T> command, Deadline deadline) {
    super(command, deadline);
  }

  /**
   * Waits for its answer, or for its turn to lead; in the queue at most up to its deadline.
   *
   * @return the group that it is to lead, or null if it is answered
   */
  @Nullable Group await(GroupQueue queue) {
    var waiting = new Waiting(queue);
    try {
      ForkJoinPool.managedBlock(waiting);
    } catch (InterruptedException never) {
      throw new IllegalStateException(never);
    }
    if (waiting.interrupted) {
      Thread.currentThread().interrupt();
    }
    return toLead;
  }

  /**
   * The wait. A fork-join pool learns of it, and has another thread run what waits for this one:
   * our leader's task may be among it.
   */
  private final class Waiting implements ForkJoinPool.ManagedBlocker {
    private final GroupQueue queue;
    private boolean queued = true;
    private boolean withdrawn;
    private boolean interrupted;

    Waiting(GroupQueue queue) {
      this.queue = queue;
    }

    @Override
    public boolean isReleasable() {
      if (!isTold() && queued && deadline().isOver()) {
        queued = false;
        withdrawn = queue.withdraw(Caller.this);
        if (withdrawn) {
          fail(deadline().exception());
        }
      }
      return withdrawn || isTold();
    }

    @Override
    public boolean block() {
      if (!isReleasable()) {
        if (queued) {
          LockSupport.parkNanos(queue, deadline().nanosLeft());
        } else {
          LockSupport.park(queue);
        }
        interrupted |= Thread.interrupted();
      }
      return isReleasable();
    }
  }

  private boolean isTold() {
    return answered || toLead != null;
  }

  /** Tells the waiting thread to lead a group, its own. */
  void lead(Group group) {
    toLead = group;
    LockSupport.unpark(thread);
  }

  @Override
  void answer() {
    answered = true;
    if (thread != Thread.currentThread()) {
      LockSupport.unpark(thread);
    }
  }
}
