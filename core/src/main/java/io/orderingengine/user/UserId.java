package io.orderingengine.user;

import io.orderingengine.check.Require;

/** The id of a user, given by the store. Immutable. */
public record UserId(long value) {
  public UserId {
    Require.positive("userId", value);
  }

  public static UserId of(long value) {
    return new UserId(value);
  }

  /** The bare number, for messages. */
  @Override
  public String toString() {
    return Long.toString(value);
  }
}
