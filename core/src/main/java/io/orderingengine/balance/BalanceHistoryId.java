package io.orderingengine.balance;

import io.orderingengine.check.Require;

/** The id of an entry of a balance's history, given by the store. Immutable. */
public record BalanceHistoryId(long value) {
  public BalanceHistoryId {
    Require.positive("balanceHistoryId", value);
  }

  public static BalanceHistoryId of(long value) {
    return new BalanceHistoryId(value);
  }

  /** The bare number, for messages. */
  @Override
  public String toString() {
    return Long.toString(value);
  }
}
