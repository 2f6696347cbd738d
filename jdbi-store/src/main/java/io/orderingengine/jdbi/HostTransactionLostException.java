package io.orderingengine.jdbi;

import io.orderingengine.spi.StoreException;

/**
 * The host's transaction, which the command was part of, was lost: to a deadlock, to a conflict
 * with another transaction, or with its connection. Nothing of the command was written, and the
 * database may have undone what the host wrote before it. The host must roll back and run its
 * transaction again from the start; a commit in its place would keep only what came after the loss.
 */
public final class HostTransactionLostException extends StoreException {
  private static final long serialVersionUID = 1;

  HostTransactionLostException(Exception cause) {
    super(
        "the host's transaction is lost, roll back and run your transaction again: "
            + cause.getMessage(),
        cause);
  }
}
