package io.orderingengine.spi;

import org.jspecify.annotations.Nullable;

/**
 * A guard of the {@link Changes} did not hold, or a unique key was taken: somebody else wrote first
 * what this transaction could not then write. Nothing of it was written. Core runs a command again,
 * and of a group each half by itself.
 */
public final class StoreGuardException extends StoreConflictException {
  private static final long serialVersionUID = 1;

  public StoreGuardException(String message) {
    super(message);
  }

  public StoreGuardException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
