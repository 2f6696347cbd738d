package io.orderingengine.contract;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** A call of the engine on a thread of its own, and what comes of it. */
public final class Calling<R> {
  private static final int PATIENCE_SECONDS = 30;
  private static final long PAUSE = 20_000;

  private final CompletableFuture<R> answer = new CompletableFuture<>();
  private final Thread thread;
  private volatile boolean interrupted;

  Calling(Supplier<R> call) {
    thread = new Thread(() -> run(call), "caller");
    thread.setDaemon(true);
    thread.start();
  }

  private void run(Supplier<R> call) {
    R told = null;
    Throwable thrown = null;
    try {
      told = call.get();
    } catch (RuntimeException | Error failure) {
      thrown = failure;
    }
    interrupted = Thread.currentThread().isInterrupted();
    if (thrown == null) {
      answer.complete(told);
    } else {
      answer.completeExceptionally(thrown);
    }
  }

  Thread thread() {
    return thread;
  }

  boolean isDone() {
    return answer.isDone();
  }

  /** Whether the thread's interrupt flag was set when the call returned. */
  boolean isInterrupted() {
    return interrupted;
  }

  /** Whether it waits in the engine, and neither in the store nor for a lock. */
  boolean isQueued() {
    return isQueued(thread);
  }

  private static boolean isQueued(Thread thread) {
    Object blocker = LockSupport.getBlocker(thread);
    return blocker != null
        && blocker.getClass().getName().startsWith("io.orderingengine.internal.")
        && (thread.getState() == Thread.State.TIMED_WAITING
            || thread.getState() == Thread.State.WAITING);
  }

  void awaitQueuedOrDone() {
    await("waits in the engine or returns", () -> isQueued() || answer.isDone());
  }

  /** Waits until a thread waits in the engine. */
  static void awaitQueued(Thread thread) {
    await("waits in the engine", () -> isQueued(thread));
  }

  private static void await(String what, BooleanSupplier holds) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (!holds.getAsBoolean()) {
      if (System.nanoTime() - end > 0) {
        throw new AssertionError("in vain it was waited until a call " + what);
      }
      LockSupport.parkNanos(PAUSE);
    }
  }

  /** Waits until the thread has taken notice of an interrupt, or has returned. */
  void awaitInterruptSeen() {
    await("notices its interrupt", () -> !thread.isInterrupted() || answer.isDone());
    awaitQueuedOrDone();
  }

  CompletableFuture<R> answer() {
    return answer;
  }

  /** What the engine answered. */
  public R told() {
    try {
      return answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      StagedStore.fail(e.getCause());
      throw new IllegalStateException(e);
    } catch (InterruptedException | TimeoutException e) {
      throw new AssertionError("the call was not answered", e);
    }
  }

  /** What it failed with; null if it was answered. */
  Throwable failure() {
    try {
      return answer.handle((told, thrown) -> thrown).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException | ExecutionException | TimeoutException e) {
      throw new AssertionError("the call was not answered", e);
    }
  }
}
