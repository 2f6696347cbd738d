package io.orderingengine.examples.flashsale;

import io.orderingengine.examples.console.ChartStyle;
import io.orderingengine.examples.flashsale.Timeline.Sample;
import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;

/** How many checkouts a second were accepted and, on top of them, refused. */
final class RateChart {
  private static final int MOST_BINS = 60;

  private RateChart() {}

  static XYChart of(Race race) {
    XYChart chart = ChartStyle.fromZero("Checkouts a second", Timeline.AXIS, "checkouts a second");
    chart.getStyler().setYAxisMin(0.0);
    List<Sample> bins = bins(race.timeline());
    area(chart, "refused", bins, each -> each.accepted() + each.refused(), ChartStyle.REFUSED);
    area(chart, "accepted", bins, Sample::accepted, ChartStyle.ACCEPTED);
    return chart;
  }

  /** The first sample, others far enough apart for a calm line, and the last. */
  private static List<Sample> bins(List<Sample> samples) {
    Sample end = samples.get(samples.size() - 1);
    double width = end.seconds() / MOST_BINS;
    List<Sample> bins = new ArrayList<>(samples.subList(0, 1));
    for (Sample sample : samples) {
      double since = sample.seconds() - bins.get(bins.size() - 1).seconds();
      if (since >= width && end.seconds() - sample.seconds() >= width) {
        bins.add(sample);
      }
    }
    bins.add(end);
    return bins;
  }

  private static void area(
      XYChart chart, String name, List<Sample> bins, ToLongFunction<Sample> count, Color color) {
    double[] seconds = new double[bins.size()];
    double[] rates = new double[bins.size()];
    for (int i = 1; i < bins.size(); i++) {
      Sample from = bins.get(i - 1);
      Sample to = bins.get(i);
      seconds[i] = to.seconds();
      rates[i] =
          (count.applyAsLong(to) - count.applyAsLong(from)) / (to.seconds() - from.seconds());
    }
    ChartStyle.series(chart, name, seconds, rates, color, XYSeriesRenderStyle.Area);
  }
}
