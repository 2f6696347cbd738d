package io.orderingengine.internal.execution;

import io.orderingengine.spi.OutcomeUnknownException;
import java.util.List;

/** Commands that share a transaction, in the order in which they came. */
record Group(List<Submission<?>> members) {
  /**
   * The oldest of the threads that wait for it; a task, for the oldest, if there is none. A thread
   * is there already, and may be the very one that a task would wait for.
   */
  Submission<?> leader() {
    for (Submission<?> member : members) {
      if (member instanceof Caller<?>) {
        return member;
      }
    }
    return members.get(0);
  }

  /** The others, where no thread waits. */
  Group withoutLeader() {
    return new Group(members.subList(1, members.size()));
  }

  /** Fails those that are not settled yet. */
  static void fail(List<Submission<?>> members, Throwable cause) {
    for (Submission<?> member : members) {
      if (!member.isSettled()) {
        member.fail(cause);
      }
    }
  }

  /**
   * What ends the leader's thread is thrown there alone: the others learn what it means to them.
   */
  void fail(Error cause) {
    if (!leader().isSettled()) {
      leader().fail(cause);
    }
    fail(
        members,
        new OutcomeUnknownException("the thread that ran the command's group has failed", cause));
  }

  void answer() {
    for (Submission<?> member : members) {
      member.answer();
    }
  }
}
