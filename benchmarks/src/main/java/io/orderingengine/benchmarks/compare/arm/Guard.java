package io.orderingengine.benchmarks.compare.arm;

/** Counts the rows that a guarded change has changed. */
final class Guard {
  private Guard() {}

  static void one(int changed, String what) throws ConflictException {
    if (changed != 1) {
      throw new ConflictException(what + " is no longer as it was read");
    }
  }
}
