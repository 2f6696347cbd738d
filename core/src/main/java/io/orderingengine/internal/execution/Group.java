package io.orderingengine.internal.execution;

import io.orderingengine.spi.OutcomeUnknownException;
import java.util.List;

/**
 * Commands that share a transaction, in the order in which they came.
 *
 * @param leader the one of them whose thread, or task, runs it
 * @param taken how many it had when it left the queue
 */
record Group(List<Submission<?>> members, Submission<?> leader, int taken) {
  /**
   * Led by the oldest of the threads that wait for it; by a task, for the oldest, if there is none.
   * A thread is there already, and may be the very one that a task would wait for.
   */
  static Group of(List<Submission<?>> members) {
    return new Group(members, leader(members), members.size());
  }

  private static Submission<?> leader(List<Submission<?>> members) {
    for (Submission<?> member : members) {
      if (member instanceof Caller<?>) {
        return member;
      }
    }
    return members.get(0);
  }

  /** The same, led by a thread that has just come. */
  Group ledBy(Submission<?> member) {
    return member instanceof Caller<?> ? new Group(members, member, taken) : this;
  }

  boolean isLast(Submission<?> member) {
    return members.get(members.size() - 1) == member;
  }

  /** The others, where no thread waits. */
  Group withoutLeader() {
    List<Submission<?>> others = members.subList(1, members.size());
    return new Group(others, leader(others), taken);
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
    if (!leader.isSettled()) {
      leader.fail(cause);
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
