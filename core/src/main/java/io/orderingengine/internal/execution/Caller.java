package io.orderingengine.internal.execution;

import io.orderingengine.internal.command.Command;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** A command whose thread waits for it. An interrupt does not end the wait; its flag is kept. */
final class Caller<T> extends Submission<T> {
  private static final Group NOTHING_TO_LEAD = new Group(List.of());

  private final Thread thread = Thread.currentThread();
  private volatile @Nullable Group told;

  Caller(Command<T> command, Deadline deadline) {
    super(command, deadline);
  }

  /**
   * Waits for its answer, or for its turn to lead; in the queue at most up to its deadline.
   *
   * @return the group that it is to lead, or null if it is answered
   */
  @Nullable Group await(GroupQueue queue) {
    boolean interrupted = false;
    boolean queued = true;
    while (told == null) {
      if (queued && deadline().isOver()) {
        if (queue.withdraw(this)) {
          fail(deadline().exception());
          break;
        }
        queued = false;
      }
      if (queued) {
        LockSupport.parkNanos(queue, deadline().nanosLeft());
      } else {
        LockSupport.park(queue);
      }
      interrupted |= Thread.interrupted();
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    Group group = told;
    return group == null || group.members().isEmpty() ? null : group;
  }

  /** Tells the waiting thread to lead a group, its own. */
  void lead(Group group) {
    told = group;
    LockSupport.unpark(thread);
  }

  @Override
  void answer() {
    told = NOTHING_TO_LEAD;
    if (thread != Thread.currentThread()) {
      LockSupport.unpark(thread);
    }
  }
}
