package io.orderingengine.internal.execution;

import io.orderingengine.internal.command.Ids;
import io.orderingengine.spi.Changes;
import io.orderingengine.spi.OrderingStore;
import io.orderingengine.spi.RowKeys;
import io.orderingengine.spi.Rows;
import io.orderingengine.spi.StoreConflictException;
import io.orderingengine.spi.StoreException;
import io.orderingengine.spi.StoreGuardException;
import io.orderingengine.spi.StoreTimeoutException;
import io.orderingengine.spi.StoreTransaction;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs groups: locks the rows of all members, decides one after the other over the same working
 * rows, writes the sum and commits. Thread-safe.
 *
 * <p>A group that lost a conflict or its connection is run again. One whose changes the store
 * refuses is run by halves, down to the member that they are refused for. Anything else fails all.
 */
final class GroupTransactions {
  private final OrderingStore store;
  private final MicrosecondClock clock;
  private final IdBlocks ids;
  private final Nesting nesting;

  GroupTransactions(OrderingStore store, MicrosecondClock clock, IdBlocks ids, Nesting nesting) {
    this.store = store;
    this.clock = clock;
    this.ids = ids;
    this.nesting = nesting;
  }

  /** Runs a group until each member is settled. */
  void run(Group group) {
    try {
      run(group.members());
    } catch (Error leaderFails) {
      group.fail(leaderFails);
    }
  }

  private void run(List<Submission<?>> members) {
    Deadline last = members.get(members.size() - 1).deadline();
    var attempt = new Attempt();
    try {
      Retry.run(
          last,
          failure -> isRunAgain(failure, members.size()),
          () -> nesting.during(() -> attempt.run(inTime(members))));
    } catch (StoreException failure) {
      if (members.size() > 1 && attempt.isRefused(failure)) {
        int half = members.size() / 2;
        run(members.subList(0, half));
        run(members.subList(half, members.size()));
      } else {
        Group.fail(members, failure);
      }
    } catch (RuntimeException failure) {
      Group.fail(members, failure);
    }
  }

  private static boolean isRunAgain(StoreException failure, int members) {
    return failure instanceof StoreConflictException
        && !(failure instanceof StoreGuardException && members > 1);
  }

  /** Those to run; who is late is not run. */
  private static List<Submission<?>> inTime(List<Submission<?>> members) {
    List<Submission<?>> inTime = new ArrayList<>(members.size());
    for (Submission<?> member : members) {
      if (!member.isSettled() && member.deadline().isOver()) {
        member.fail(member.deadline().exception());
      }
      if (!member.isSettled()) {
        inTime.add(member);
      }
    }
    return inTime;
  }

  /** One transaction at a time, for the same members or those who are left of them. */
  private final class Attempt {
    private boolean writing;

    /** Whether the store refused what was written, and might not refuse a part of it. */
    boolean isRefused(StoreException failure) {
      return writing && !(failure instanceof StoreTimeoutException) && !isRunAgain(failure, 2);
    }

    Void run(List<Submission<?>> members) {
      writing = false;
      if (!members.isEmpty()) {
        long firstId = ids.take(members.stream().mapToInt(Submission::ids).sum());
        store.inTransaction(transaction -> inTransaction(transaction, members, firstId));
        members.forEach(Submission::commit);
      }
      return null;
    }

    private Void inTransaction(
        StoreTransaction transaction, List<Submission<?>> members, long firstId) {
      Rows locked = transaction.lock(keys(members));
      Changes changes = decide(members, locked, clock.now(), firstId);
      writing = true;
      if (!changes.isEmpty()) {
        transaction.write(changes);
      }
      return null;
    }

    private static RowKeys keys(List<Submission<?>> members) {
      return members.size() == 1
          ? members.get(0).keys()
          : RowKeys.union(members.stream().map(Submission::keys).toList());
    }

    private static Changes decide(
        List<Submission<?>> members, Rows locked, Instant now, long firstId) {
      if (members.size() == 1) {
        Submission<?> alone = members.get(0);
        return alone.decide(locked, now, new Ids(firstId, alone.ids()));
      }
      var rows = new WorkingRows(locked);
      long nextId = firstId;
      for (Submission<?> member : members) {
        rows.apply(member.decide(rows, now, new Ids(nextId, member.ids())));
        nextId += member.ids();
      }
      return rows.changes();
    }
  }
}
