package io.orderingengine.internal.command;

import io.orderingengine.spi.RowKeys;
import io.orderingengine.spi.Rows;
import java.time.Instant;

/**
 * One thing that is asked of the engine. It names its rows before the transaction, decides from
 * their locked values alone, and touches no store: so any execution may run it, alone or among
 * others, once or again after a conflict. Immutable.
 *
 * @param <T> what it answers when it is accepted
 */
public interface Command<T> {
  /** The rows that it needs. */
  RowKeys keys();

  /** How many fresh ids it may need. */
  int ids();

  /**
   * The rules: pure, without I/O, clock or chance.
   *
   * @param rows the locked rows of {@link #keys()}
   * @param now the time, taken after the lock
   * @param ids as many as {@link #ids()} says
   */
  Decision<T> decide(Rows rows, Instant now, Ids ids);
}
