package io.orderingengine.internal.execution;

import io.orderingengine.spi.OutcomeUnknownException;
import java.util.List;

/** Commands that share a transaction, in the order in which they came; the first one leads. */
record Group(List<Submission<?>> members) {
  Submission<?> leader() {
    return members.get(0);
  }

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
