package io.orderingengine.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntFunction;

/** Many callers who begin at one moment, behind a latch. */
public final class Crowd {
  private static final int PATIENCE_SECONDS = 120;

  private Crowd() {}

  /** What each caller got, in the order of the callers; that none of them failed is asserted. */
  public static <R> List<R> of(int callers, IntFunction<R> call) {
    ExecutorService threads = Executors.newFixedThreadPool(callers, Caller::new);
    try {
      var ready = new CountDownLatch(callers);
      var start = new CountDownLatch(1);
      List<Future<R>> calls = new ArrayList<>();
      for (int i = 0; i < callers; i++) {
        calls.add(threads.submit(waiting(ready, start, call, i)));
      }
      ready.await();
      start.countDown();
      return results(calls);
    } catch (InterruptedException e) {
      throw new IllegalStateException("interrupted", e);
    } finally {
      threads.shutdownNow();
    }
  }

  /** Whether a thread is one of a crowd. */
  static boolean isMember(Thread thread) {
    return thread instanceof Caller;
  }

  private static final class Caller extends Thread {
    Caller(Runnable work) {
      super(work, "caller");
    }
  }

  private static <R> Callable<R> waiting(
      CountDownLatch ready, CountDownLatch start, IntFunction<R> call, int index) {
    return () -> {
      ready.countDown();
      start.await();
      return call.apply(index);
    };
  }

  private static <R> List<R> results(List<Future<R>> calls) throws InterruptedException {
    List<R> results = new ArrayList<>();
    List<Throwable> failures = new ArrayList<>();
    for (Future<R> call : calls) {
      try {
        results.add(call.get(PATIENCE_SECONDS, TimeUnit.SECONDS));
      } catch (ExecutionException e) {
        failures.add(e.getCause());
      } catch (TimeoutException e) {
        failures.add(e);
      }
    }
    assertThat(failures).as("callers that failed").isEmpty();
    return results;
  }
}
