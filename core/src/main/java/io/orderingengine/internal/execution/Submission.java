package io.orderingengine.internal.execution;

import io.orderingengine.internal.command.Command;
import io.orderingengine.internal.command.Decision;
import io.orderingengine.internal.command.Ids;
import io.orderingengine.spi.Changes;
import io.orderingengine.spi.OutcomeUnknownException;
import io.orderingengine.spi.RowKeys;
import io.orderingengine.spi.Rows;
import io.orderingengine.spi.StoreException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A command on its way through a group. Whoever leads the group decides it, maybe several times,
 * settles it, once, and answers it, once; the answer publishes all that was settled.
 */
abstract sealed class Submission<T> permits Caller, Promise {
  private final Command<T> command;
  private final RowKeys keys;
  private final Deadline deadline;
  private final int rows;
  private @Nullable Decision<T> decision;
  private @Nullable Throwable failure;
  private boolean settled;

  Submission(Command<T> command, Deadline deadline) {
    this.command = command;
    this.deadline = deadline;
    keys = command.keys();
    rows = keys.size() + command.ids();
  }

  final RowKeys keys() {
    return keys;
  }

  final Deadline deadline() {
    return deadline;
  }

  /** How many rows it names, and may write. */
  final int rows() {
    return rows;
  }

  final int ids() {
    return command.ids();
  }

  /**
   * Decides it; what its decision throws becomes its own answer and no other's.
   *
   * @return what is to be written for it
   */
  final Changes decide(Rows locked, Instant now, Ids ids) {
    decision = null;
    failure = null;
    try {
      decision = command.decide(locked, now, ids);
      return decision.changes();
    } catch (StoreException ofTheTransaction) {
      throw ofTheTransaction;
    } catch (RuntimeException | Error thrown) {
      failure = thrown;
      return Changes.none();
    }
  }

  /** What was decided was committed. */
  final void commit() {
    settled = true;
  }

  /** It fails, whatever was decided. */
  final void fail(Throwable cause) {
    decision = null;
    failure = cause;
    settled = true;
  }

  final boolean isSettled() {
    return settled;
  }

  /** What was decided and committed; throws what made it fail. */
  final Decision<T> decision() {
    if (settled && decision != null) {
      return decision;
    }
    if (settled && failure instanceof RuntimeException thrown) {
      throw thrown;
    }
    if (settled && failure instanceof Error thrown) {
      throw thrown;
    }
    throw new OutcomeUnknownException("the command's group ended without an answer", failure);
  }

  /** Tells what was settled. */
  abstract void answer();
}
