package io.orderingengine.examples.console;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.util.Locale;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** The look that all charts share. */
public final class ChartStyle {
  public static final Color INK = new Color(0x26, 0x32, 0x38);
  public static final Color FAINT_INK = new Color(0x60, 0x6C, 0x72);
  public static final Color GRID = new Color(0xE9, 0xED, 0xEF);
  public static final Color GOOD = new Color(0x1B, 0x7F, 0x5C);
  public static final Color BAD = new Color(0xC6, 0x28, 0x28);
  public static final Color ACCEPTED = new Color(0x1F, 0x8A, 0x70);
  public static final Color REFUSED = new Color(0xE0, 0x7A, 0x3F);

  private static final Color CLEAR = new Color(255, 255, 255, 220);

  private static final BasicStroke LINE = new BasicStroke(2.5f);

  private ChartStyle() {}

  public static Font plain(int size) {
    return new Font(Font.SANS_SERIF, Font.PLAIN, size);
  }

  public static Font bold(int size) {
    return new Font(Font.SANS_SERIF, Font.BOLD, size);
  }

  /** An empty chart whose horizontal axis begins at zero. */
  public static XYChart fromZero(String title, String xAxis, String yAxis) {
    XYChart chart = chart(title, xAxis, yAxis);
    chart.getStyler().setXAxisMin(0.0);
    return chart;
  }

  /** An empty chart. */
  public static XYChart chart(String title, String xAxis, String yAxis) {
    var chart = new XYChart(1, 1);
    chart.setTitle(title);
    chart.setXAxisTitle(xAxis);
    chart.setYAxisTitle(yAxis);
    fonts(chart.getStyler());
    colors(chart.getStyler());
    chart.getStyler().setLegendPosition(LegendPosition.OutsideE);
    chart.getStyler().setLegendPadding(8).setLocale(Locale.ROOT).setDecimalPattern("#,##0.###");
    return chart;
  }

  private static void fonts(XYStyler style) {
    style.setChartTitleFont(bold(19)).setLegendFont(plain(15));
    style.setAxisTitleFont(plain(15)).setAxisTickLabelsFont(plain(14));
  }

  private static void colors(XYStyler style) {
    style.setChartBackgroundColor(Color.WHITE).setPlotBackgroundColor(Color.WHITE);
    style.setPlotBorderVisible(false).setChartFontColor(INK);
    style.setPlotGridLinesColor(GRID).setPlotGridLinesStroke(new BasicStroke(1));
    style.setAxisTickLabelsColor(FAINT_INK).setAxisTickMarksColor(GRID);
    style.setLegendBorderColor(CLEAR).setLegendBackgroundColor(CLEAR);
  }

  /** Adds what is drawn in one color, and answers it. */
  public static XYSeries series(
      XYChart chart, String name, double[] x, double[] y, Color color, XYSeriesRenderStyle style) {
    XYSeries series = chart.addSeries(name, x, y);
    series.setXYSeriesRenderStyle(style).setMarker(SeriesMarkers.NONE);
    series.setLineStyle(LINE).setLineColor(color).setFillColor(color);
    return series;
  }
}
