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
 * Who runs now, and who waits. A command that finds a lane free runs at once and alone; those that
 * come while all lanes are taken wait, and are the next groups. So a lane is only free while nobody
 * waits. Thread-safe; nothing is done under the lock but to move commands.
 */
final class GroupQueue {
  private static final int MOST_WAITING = 100_000;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition idle = lock.newCondition();
  private final ArrayDeque<Submission<?>> waiting = new ArrayDeque<>();
  private final Grouping grouping;
  private int freeLanes;
  private boolean closed;

  GroupQueue(Grouping grouping) {
    this.grouping = grouping;
    freeLanes = grouping.lanes();
  }

  /**
   * Takes a lane, or a place in the queue.
   *
   * @return the group of this command alone, which is to be led at once, or null if it has to wait
   * @throws IllegalStateException if the queue is closed
   * @throws RejectedExecutionException if too many are waiting
   */
  @Nullable Group enter(Submission<?> submission) {
    lock.lock();
    try {
      if (closed) {
        throw closed();
      }
      if (freeLanes > 0) {
        freeLanes--;
        return new Group(List.of(submission));
      }
      if (waiting.size() == MOST_WAITING) {
        throw new RejectedExecutionException(
            MOST_WAITING + " commands are waiting already: call again later");
      }
      waiting.add(submission);
      return null;
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

  /** The next group for a lane whose group has run, or null, and the lane is free. */
  @Nullable Group next() {
    lock.lock();
    try {
      if (waiting.isEmpty()) {
        freeLanes++;
        idle.signalAll();
        return null;
      }
      return new Group(take());
    } finally {
      lock.unlock();
    }
  }

  /** The oldest ones, as many as may share a transaction. */
  private List<Submission<?>> take() {
    List<Submission<?>> members = new ArrayList<>(waiting.size());
    int rows = 0;
    while (!waiting.isEmpty() && rows + waiting.element().rows() <= grouping.rows()) {
      rows += waiting.element().rows();
      members.add(waiting.remove());
    }
    if (members.isEmpty()) {
      members.add(waiting.remove());
    }
    return members;
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
