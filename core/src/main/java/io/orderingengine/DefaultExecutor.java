package io.orderingengine;

import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;

/** A virtual thread for each task where the JVM has them (Java 21), else the common pool. */
final class DefaultExecutor {
  private DefaultExecutor() {}

  static Executor get() {
    try {
      return (Executor) Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
    } catch (ReflectiveOperationException olderJvm) {
      return ForkJoinPool.commonPool();
    }
  }
}
