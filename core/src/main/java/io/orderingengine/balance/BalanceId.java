package io.orderingengine.balance;

import io.orderingengine.check.Require;

/** The id of a balance; the same number as its user's id, given by the store. Immutable. */
public record BalanceId(long value) {
  public BalanceId {
    Require.positive("balanceId", value);
  }

  public static BalanceId of(long value) {
    return new BalanceId(value);
  }

  /** The bare number, for messages. */
  @Override
  public String toString() {
    return Long.toString(value);
  }
}
