package io.orderingengine.benchmarks.compare.arm;

/** Counts the rows that a guarded change has changed. */
final class Guard {
  private Guard() {}

  static void one(int changed, String what) throws ConflictException {
    all(changed, 1, what);
  }

  static void all(int changed, int expected, String what) throws ConflictException {
    if (changed != expected) {
      throw new ConflictException(what + " is no longer as it was read");
    }
  }
}
