package io.orderingengine.examples.flashsale;

import io.orderingengine.catalog.ProductDetail;
import io.orderingengine.examples.console.ChartStyle;
import io.orderingengine.examples.flashsale.Timeline.Sample;
import java.awt.Color;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;

/** What was left of each option's stock and of the coupons. */
final class StockChart {
  private static final int MOST_NAMED = 10;
  private static final Color COUPONS = new Color(0xC2, 0x18, 0x5B);
  private static final Color DARK = new Color(0x0B, 0x3C, 0x5D);
  private static final Color LIGHT = new Color(0x8E, 0xC1, 0xE6);

  private StockChart() {}

  static XYChart of(Result result) {
    XYChart chart =
        ChartStyle.fromZero("Stock and coupons left", Timeline.AXIS, "% of the opening");
    chart.getStyler().setYAxisMin(-2.0).setYAxisMax(102.0);
    Options options = result.options();
    List<ProductDetail> skus = result.ledger().product().details();
    for (int i = 0; i < skus.size(); i++) {
      int sku = i;
      ToDoubleFunction<Sample> left = sample -> percent(sample.stock().get(sku), options.stock());
      Color shade = shade((double) i / skus.size());
      boolean named = skus.size() <= MOST_NAMED || i == 0 || i == skus.size() - 1;
      steps(chart, skus.get(i).optionValue(), result.race().timeline(), left, shade)
          .setShowInLegend(named);
    }
    ToDoubleFunction<Sample> left = sample -> percent(sample.coupons(), options.coupons());
    steps(chart, "coupons", result.race().timeline(), left, COUPONS);
    return chart;
  }

  private static double percent(long left, long all) {
    return 100.0 * left / all;
  }

  private static XYSeries steps(
      XYChart chart,
      String name,
      List<Sample> timeline,
      ToDoubleFunction<Sample> left,
      Color color) {
    double[] seconds = timeline.stream().mapToDouble(Sample::seconds).toArray();
    double[] lefts = timeline.stream().mapToDouble(left).toArray();
    return ChartStyle.series(chart, name, seconds, lefts, color, XYSeriesRenderStyle.Step);
  }

  private static Color shade(double lightness) {
    return new Color(
        mix(DARK.getRed(), LIGHT.getRed(), lightness),
        mix(DARK.getGreen(), LIGHT.getGreen(), lightness),
        mix(DARK.getBlue(), LIGHT.getBlue(), lightness));
  }

  private static int mix(int from, int to, double part) {
    return (int) Math.round(from + (to - from) * part);
  }
}
