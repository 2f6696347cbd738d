package io.orderingengine.spi;

import org.jspecify.annotations.Nullable;

/** A lock could not be had in time, or a command's deadline has passed. Nothing was written. */
public final class StoreTimeoutException extends StoreException {
  private static final long serialVersionUID = 1;

  public StoreTimeoutException(String message) {
    super(message);
  }

  public StoreTimeoutException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
