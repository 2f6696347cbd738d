package io.orderingengine.memory;

import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Times as microseconds since 1970, for cells that keep them without an object. */
final class Micros {
  private static final long NONE = Long.MIN_VALUE;
  private static final long PER_SECOND = TimeUnit.SECONDS.toMicros(1);
  private static final int NANOS = 1_000;

  private Micros() {}

  static long of(Instant time) {
    return time.getEpochSecond() * PER_SECOND + time.getNano() / NANOS;
  }

  static long ofNullable(@Nullable Instant time) {
    return time == null ? NONE : of(time);
  }

  static Instant instant(long micros) {
    long second = Math.floorDiv(micros, PER_SECOND);
    return Instant.ofEpochSecond(second, (micros - second * PER_SECOND) * NANOS);
  }

  static @Nullable Instant nullable(long micros) {
    return micros == NONE ? null : instant(micros);
  }
}
