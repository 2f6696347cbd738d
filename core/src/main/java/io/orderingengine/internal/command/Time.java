package io.orderingengine.internal.command;

import java.time.Instant;

/** The rule of time: what is recorded never precedes what a row has recorded before. */
final class Time {
  private Time() {}

  static Instant later(Instant one, Instant other) {
    return other.isAfter(one) ? other : one;
  }
}
