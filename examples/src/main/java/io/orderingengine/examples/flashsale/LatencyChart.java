package io.orderingengine.examples.flashsale;

import io.orderingengine.examples.console.ChartStyle;
import java.awt.Color;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.HdrHistogram.Histogram;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;

/**
 * The latency of a checkout by percentile. The horizontal axis is the rarity, one checkout in how
 * many, so that each tenfold step to the right adds a nine.
 */
final class LatencyChart {
  private static final int POINTS_A_DECADE = 50;
  private static final double NANOS_IN_A_MILLI = 1e6;

  private LatencyChart() {}

  static XYChart of(Tally.Counts counts) {
    XYChart chart = ChartStyle.chart("Latency of a checkout", "percentile", "milliseconds");
    chart.getStyler().setXAxisLogarithmic(true).setYAxisLogarithmic(true);
    chart.getStyler().setYAxisMin(decade(fastest(counts)));
    chart.getStyler().setYAxisMax(2 * slowest(counts));
    chart.setCustomXAxisTickLabelsFormatter(LatencyChart::percentile);
    chart.setCustomYAxisTickLabelsFormatter(LatencyChart::plain);
    line(chart, "accepted", counts.accepted(), ChartStyle.ACCEPTED);
    line(chart, "refused", counts.refused(), ChartStyle.REFUSED);
    return chart;
  }

  private static double fastest(Tally.Counts counts) {
    long nanos =
        Math.min(counts.accepted().getMinNonZeroValue(), counts.refused().getMinNonZeroValue());
    return nanos / NANOS_IN_A_MILLI;
  }

  /** The power of ten below a number. */
  private static double decade(double number) {
    return Math.pow(10, Math.floor(Math.log10(number)));
  }

  private static double slowest(Tally.Counts counts) {
    long nanos = Math.max(counts.accepted().getMaxValue(), counts.refused().getMaxValue());
    return nanos / NANOS_IN_A_MILLI;
  }

  private static void line(XYChart chart, String name, Histogram times, Color color) {
    if (times.getTotalCount() > 0) {
      double[] rarities = rarities((double) times.getTotalCount());
      double[] millis =
          DoubleStream.of(rarities)
              .map(each -> times.getValueAtPercentile(100 - 100 / each) / NANOS_IN_A_MILLI)
              .toArray();
      ChartStyle.series(chart, name, rarities, millis, color, XYSeriesRenderStyle.Line);
    }
  }

  /** From one in 1 to one in all, in even steps of the logarithm. */
  private static double[] rarities(double count) {
    int steps = (int) Math.ceil(Math.log10(count) * POINTS_A_DECADE);
    return IntStream.rangeClosed(0, steps)
        .mapToDouble(i -> Math.min(count, Math.pow(10, (double) i / POINTS_A_DECADE)))
        .toArray();
  }

  /** Such as 99.9 % for one in 1,000. */
  private static String percentile(double rarity) {
    return plain(100 - 100 / rarity) + " %";
  }

  /** Such as 0.01 and 1,000. */
  private static String plain(double number) {
    return new DecimalFormat("#,##0.######", DecimalFormatSymbols.getInstance(Locale.ROOT))
        .format(number);
  }
}
