package io.orderingengine.internal.command;

/** Ids reserved for one run of a command. Not thread-safe. */
public final class Ids {
  private final long end;
  private long next;

  public Ids(long first, int count) {
    next = first;
    end = first + count;
  }

  long next() {
    if (next == end) {
      throw new IllegalStateException("the command took more ids than it asked for");
    }
    return next++;
  }
}
