package io.orderingengine.internal.execution;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Knows which threads are in the store, where a call of the same engine would wait for itself.
 * Thread-safe. The marks are arrays, so that threads of a host's pool keep no class of ours.
 */
final class Nesting {
  private final ThreadLocal<boolean[]> marks = ThreadLocal.withInitial(() -> new boolean[1]);

  /** Refuses a call from inside the store. */
  void refuse() {
    if (marks.get()[0]) {
      throw new IllegalStateException(
          "the engine was called from inside one of its own transactions, by its store or clock:"
              + " make the call after that has returned");
    }
  }

  <R extends @Nullable Object> R during(Supplier<R> work) {
    boolean[] mark = marks.get();
    mark[0] = true;
    try {
      return work.get();
    } finally {
      mark[0] = false;
    }
  }
}
