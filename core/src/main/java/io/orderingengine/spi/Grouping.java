package io.orderingengine.spi;

/**
 * How commands that arrive at the same time share the transactions of a store: a group locks,
 * writes and commits once for all its commands. Immutable.
 */
public final class Grouping {
  private static final int MOST_LANES = 64;
  private static final int MOST_ROWS = 100_000;
  private static final Grouping NONE = new Grouping(0, 0);

  private final int lanes;
  private final int rows;

  private Grouping(int lanes, int rows) {
    this.lanes = lanes;
    this.rows = rows;
  }

  /** Every command in a transaction of its own, any number of them side by side. */
  public static Grouping none() {
    return NONE;
  }

  /**
   * Groups.
   *
   * @param lanes how many groups may run side by side, each on a connection of its own: 1 to 64
   * @param rows how many rows a group may name and write, 1 to 100,000; a command that has more is
   *     a group by itself
   */
  public static Grouping of(int lanes, int rows) {
    return new Grouping(within("lanes", MOST_LANES, lanes), within("rows", MOST_ROWS, rows));
  }

  private static int within(String field, int most, int value) {
    if (value < 1 || value > most) {
      throw new IllegalArgumentException(
          field + " must be from 1 to " + most + ", but was " + value);
    }
    return value;
  }

  public boolean isNone() {
    return lanes == 0;
  }

  public int lanes() {
    return lanes;
  }

  public int rows() {
    return rows;
  }

  @Override
  public String toString() {
    return isNone() ? "Grouping[none]" : "Grouping[lanes=" + lanes + ", rows=" + rows + "]";
  }
}
