package io.orderingengine.jdbi;

import io.orderingengine.spi.StoreTimeoutException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Which transactions of this process may write and end side by side: all, or, on an H2 file, one
 * after the other. Thread-safe.
 *
 * <p>Two things that H2 (2.3 to 2.5) does to a file ask for it. A commit writes the file table by
 * table while other transactions go on: if the process is killed before the next one, the file has
 * halves of them, such as an order whose stock was not taken. And a rollback that meets a commit
 * may put a row back twice, the second time over what others have committed meanwhile. What is
 * written, committed and rolled back in turns is whole.
 *
 * <p>Locks need no turn: they change no value. Who has a turn waits for no lock.
 */
final class Turns {
  static final Turns AT_ONCE = new Turns(null);

  private static final Map<String, Turns> ON_FILES = new ConcurrentHashMap<>();

  private final @Nullable ReentrantLock lock;

  private Turns(@Nullable ReentrantLock lock) {
    this.lock = lock;
  }

  /** Those on one file, whoever opened it. */
  static Turns onFile(String path) {
    return ON_FILES.computeIfAbsent(path, any -> new Turns(new ReentrantLock(true)));
  }

  /**
   * Waits for a turn, which {@link #end} ends on the same thread.
   *
   * @throws StoreTimeoutException if it does not come in time
   */
  void begin(Duration patience) {
    if (lock == null) {
      return;
    }
    try {
      if (lock.tryLock(patience.toNanos(), TimeUnit.NANOSECONDS)) {
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    throw new StoreTimeoutException("no turn to write to the H2 file came in " + patience);
  }

  /** Waits for a turn to roll back, however long that takes: to go without would do harm. */
  void beginToRollBack() {
    if (lock != null) {
      lock.lock();
    }
  }

  void end() {
    if (lock != null) {
      lock.unlock();
    }
  }
}
