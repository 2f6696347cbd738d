package io.orderingengine.internal.execution;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The engine's time: the host's clock, in the microseconds that databases keep. Thread-safe. */
public final class MicrosecondClock {
  private final Clock clock;

  public MicrosecondClock(Clock clock) {
    this.clock = clock;
  }

  public Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
