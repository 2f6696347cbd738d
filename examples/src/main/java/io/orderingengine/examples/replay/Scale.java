package io.orderingengine.examples.replay;

import java.util.stream.LongStream;

/**
 * A vertical axis around zero.
 *
 * @param least the lowest value, zero or less
 * @param most the highest value, above the least
 * @param step from tick to tick: 1, 2 or 5 with zeros
 */
record Scale(double least, double most, long step) {
  private static final int FEWEST_TICKS = 4;

  static Scale of(double least, double most) {
    double range = Math.max(1, most - least);
    return new Scale(least, least + range, step(range));
  }

  /** The widest step with which there are enough ticks. */
  private static long step(double range) {
    long magnitude = 1;
    while (range / (magnitude * 10) >= FEWEST_TICKS) {
      magnitude *= 10;
    }
    if (range / (magnitude * 5) >= FEWEST_TICKS) {
      return magnitude * 5;
    }
    return range / (magnitude * 2) >= FEWEST_TICKS ? magnitude * 2 : magnitude;
  }

  /** The values of all ticks within the scale, zero among them. */
  long[] ticks() {
    long first = (long) Math.ceil(least / step) * step;
    return LongStream.iterate(first, tick -> tick <= most, tick -> tick + step).toArray();
  }

  /** How many pixels below the top of a plot a value stands. */
  int place(double value, int height) {
    return (int) Math.round((most - value) / (most - least) * height);
  }
}
