package io.orderingengine.jdbi;

/**
 * A row of {@code lane}, in which one transaction at a time writes its number, so that after a lost
 * answer the row tells whether it was committed. Used by one thread at a time.
 */
final class Lane {
  private final long id;
  private long number;

  Lane(long id) {
    this.id = id;
  }

  long id() {
    return id;
  }

  /** The number of the transaction that is under way. */
  long next() {
    return number + 1;
  }

  /** The transaction that was under way is over; its number is never used again. */
  void end() {
    number++;
  }
}
