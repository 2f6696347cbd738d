package io.orderingengine.spi;

import org.jspecify.annotations.Nullable;

/**
 * The store was lost in mid-commit and could not be asked in time what became of it: the command
 * may have been carried out, or may still be. A command with an idempotency key is asked again with
 * the same key, and is then never done twice.
 */
public final class OutcomeUnknownException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public OutcomeUnknownException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
