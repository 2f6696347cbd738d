package io.orderingengine.spi;

import java.time.Instant;

/** A row of {@code balance}. Its id is its user's id. */
public record BalanceRow(long id, long userId, long balance, Instant createdAt, Instant modifiedAt)
    implements Row {
  /** The row as the change leaves it. */
  public BalanceRow after(Delta delta) {
    long moved = Math.addExact(balance, delta.amount());
    return new BalanceRow(id, userId, moved, createdAt, delta.at());
  }
}
