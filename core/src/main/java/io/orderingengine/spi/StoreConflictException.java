package io.orderingengine.spi;

import org.jspecify.annotations.Nullable;

/**
 * The transaction lost against another one, or its connection was lost, and nothing of it was
 * written. Core runs it again, a bounded number of times; it reaches a caller only after the last
 * of them, with the earlier ones suppressed.
 */
public sealed class StoreConflictException extends StoreException permits StoreGuardException {
  private static final long serialVersionUID = 1;

  public StoreConflictException(String message) {
    super(message);
  }

  public StoreConflictException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
