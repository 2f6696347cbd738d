package io.orderingengine.internal.execution;

import io.orderingengine.spi.Grouping;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Who runs now, and who waits. A command that comes while nobody runs, runs at once and alone;
 * those that come meanwhile are the next groups. Another lane is opened when at least half as many
 * wait as run already: so two callers run side by side, while a crowd is not split into groups so
 * small that each pays a transaction for few commands. Somebody always runs while anybody waits.
 * Thread-safe; nothing is done under the lock but to move commands.
 */
final class GroupQueue {
  private static final int MOST_WAITING = 100_000;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition idle = lock.newCondition();
  private final ArrayDeque<Submission<?>> waiting = new ArrayDeque<>();
  private final Grouping grouping;
  private int freeLanes;
  private int running;
  private boolean closed;

  GroupQueue(Grouping grouping) {
    this.grouping = grouping;
    freeLanes = grouping.lanes();
  }

  /**
   * Takes a place in the queue.
   *
   * @return the next group, if its time has come; the new command leads it if it is in it
   * @throws IllegalStateException if the queue is closed
   * @throws RejectedExecutionException if too many are waiting
   */
  @Nullable Group enter(Submission<?> submission) {
    lock.lock();
    try {
      if (closed) {
        throw closed();
      }
      if (waiting.size() == MOST_WAITING) {
        throw new RejectedExecutionException(
            MOST_WAITING + " commands are waiting already: call again later");
      }
      waiting.add(submission);
      if (freeLanes == 0 || 2 * waiting.size() < running) {
        return null;
      }
      freeLanes--;
      Group group = take();
      return group.isLast(submission) ? group.ledBy(submission) : group;
    } finally {
      lock.unlock();
    }
  }

  /** Takes a command out that no group has taken yet. */
  boolean withdraw(Submission<?> submission) {
    lock.lock();
    try {
      return waiting.remove(submission);
    } finally {
      lock.unlock();
    }
  }

  /** The next group for the lane of one that has run, or null, and the lane is free. */
  @Nullable Group next(Group done) {
    lock.lock();
    try {
      running -= done.taken();
      if (!waiting.isEmpty()) {
        return take();
      }
      freeLanes++;
      idle.signalAll();
      return null;
    } finally {
      lock.unlock();
    }
  }

  /** The oldest ones, as many as may share a transaction. */
  private Group take() {
    List<Submission<?>> members = new ArrayList<>(waiting.size());
    int rows = 0;
    while (!waiting.isEmpty() && rows + waiting.element().rows() <= grouping.rows()) {
      rows += waiting.element().rows();
      members.add(waiting.remove());
    }
    if (members.isEmpty()) {
      members.add(waiting.remove());
    }
    running += members.size();
    return Group.of(members);
  }

  static IllegalStateException closed() {
    return new IllegalStateException("the engine is closed");
  }

  /**
   * Refuses whoever comes.
   *
   * @return those who waited
   */
  List<Submission<?>> close() {
    lock.lock();
    try {
      closed = true;
      List<Submission<?>> left = List.copyOf(waiting);
      waiting.clear();
      return left;
    } finally {
      lock.unlock();
    }
  }

  /** Waits until all lanes are free, at most for the given time. */
  void await(Duration patience) {
    boolean interrupted = false;
    Deadline deadline = Deadline.after(patience);
    lock.lock();
    try {
      while (freeLanes < grouping.lanes() && !deadline.isOver()) {
        try {
          idle.awaitNanos(deadline.nanosLeft());
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    } finally {
      lock.unlock();
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
