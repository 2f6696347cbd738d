package io.orderingengine.benchmarks.compare;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What was used at one moment, to be subtracted from what was used later.
 *
 * @param allocated bytes, by the threads that live
 */
record Meter(long nanos, long cpuNanos, OptionalLong serverNanos, Map<Long, Long> allocated) {
  private static final OperatingSystemMXBean SYSTEM =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
  private static final ThreadMXBean THREADS =
      ManagementFactory.getPlatformMXBean(ThreadMXBean.class);

  static Meter read(Supplier<OptionalLong> serverNanos) {
    return new Meter(
        System.nanoTime(), SYSTEM.getProcessCpuTime(), serverNanos.get(), allocatedByThreads());
  }

  private static Map<Long, Long> allocatedByThreads() {
    long[] threads = THREADS.getAllThreadIds();
    long[] bytes = THREADS.getThreadAllocatedBytes(threads);
    Map<Long, Long> allocated = new HashMap<>();
    for (int i = 0; i < threads.length; i++) {
      allocated.put(threads[i], bytes[i]);
    }
    return allocated;
  }

  double seconds(Meter later) {
    return (later.nanos - nanos) / 1e9;
  }

  /** By threads that lived at both moments. */
  long allocated(Meter later) {
    return allocated.entrySet().stream()
        .mapToLong(thread -> bytesSince(thread.getValue(), later.allocated.get(thread.getKey())))
        .sum();
  }

  private static long bytesSince(long before, @Nullable Long now) {
    return now == null || now < 0 ? 0 : now - before;
  }

  OptionalLong serverNanos(Meter later) {
    return serverNanos.isPresent() && later.serverNanos.isPresent()
        ? OptionalLong.of(later.serverNanos.getAsLong() - serverNanos.getAsLong())
        : OptionalLong.empty();
  }
}
