package io.orderingengine.benchmarks.compare.arm;

/** A request that a rule forbids: nothing was written. */
public final class RefusedException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public RefusedException(String reason) {
    super(reason);
  }
}
