package io.orderingengine.spi;

import org.jspecify.annotations.Nullable;

/** The store failed. The transaction was rolled back, and nothing of it was written. */
public class StoreException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public StoreException(String message) {
    super(message);
  }

  public StoreException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
