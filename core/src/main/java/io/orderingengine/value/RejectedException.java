package io.orderingengine.value;

/**
 * Thrown by {@link Outcome#orElseThrow()} for a rejected command. It has no stack trace, because a
 * refusal is an expected answer and not a bug.
 */
public final class RejectedException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient Rejection reason;

  RejectedException(Rejection reason) {
    super(reason.code() + ": " + reason.message(), null, false, false);
    this.reason = reason;
  }

  public Rejection reason() {
    return reason;
  }
}
