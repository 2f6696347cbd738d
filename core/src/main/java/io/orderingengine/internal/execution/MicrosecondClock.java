package io.orderingengine.internal.execution;

import io.orderingengine.check.Require;
import java.time.Clock;
import java.time.Instant;

/** The engine's time: the host's clock, in the microseconds that databases keep. Thread-safe. */
public final class MicrosecondClock {
  private final Clock clock;

  public MicrosecondClock(Clock clock) {
    this.clock = clock;
  }

  public Instant now() {
    return Require.now("the clock's time", clock.instant());
  }
}
