package io.orderingengine.jdbi;

import io.orderingengine.spi.StoreException;

/**
 * The command cannot be part of what the host has: there is no connection, or no open transaction,
 * or not the right one. Nothing was sent, and what the host has is as it was.
 */
public final class HostTransactionRefusedException extends StoreException {
  private static final long serialVersionUID = 1;

  private final Reason reason;

  /** What is wrong with the host's transaction. */
  public enum Reason {
    /** The host gave none. */
    NO_CONNECTION,
    /** The connection is closed. */
    CLOSED_CONNECTION,
    /** The connection commits each statement by itself. */
    NO_TRANSACTION,
    /** The transaction is at another level than READ COMMITTED. */
    ISOLATION_LEVEL
  }

  HostTransactionRefusedException(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }
}
