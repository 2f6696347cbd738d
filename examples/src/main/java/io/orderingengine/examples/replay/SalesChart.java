package io.orderingengine.examples.replay;

import io.orderingengine.examples.console.ChartStyle;
import io.orderingengine.examples.console.Figures;
import io.orderingengine.examples.console.Poster;
import io.orderingengine.value.Money;
import java.awt.Color;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.util.List;
import java.util.function.Function;

/** A bar up for what was sold in a period, and a bar down for what came back. */
final class SalesChart implements Poster.Chart {
  private static final int LEFT = 110;
  private static final int TOP = 62;
  private static final int BOTTOM = 40;
  private static final int MOST_LABELS = 12;
  private static final int WIDEST_BAR = 120;

  private final Sales sales;
  private final List<Sales.Bar> bars;
  private final Scale scale;

  SalesChart(Sales sales) {
    this.sales = sales;
    bars = sales.bars();
    scale = Scale.of(-highest(Sales.Bar::returned), highest(Sales.Bar::sold));
  }

  private double highest(Function<Sales.Bar, Money> money) {
    return bars.stream().mapToDouble(bar -> money.apply(bar).amount() / 100.0).max().orElse(0);
  }

  @Override
  public void paint(Graphics2D frame, int width, int height) {
    frame.setColor(ChartStyle.INK);
    frame.setFont(ChartStyle.bold(19));
    if (bars.isEmpty()) {
      frame.drawString("No sales over time: no order has a date", 0, 24);
      return;
    }
    frame.drawString("Sales a " + sales.period(), 0, 24);
    legend(frame, width);
    Graphics2D plot = (Graphics2D) frame.create(0, TOP, width, height - TOP);
    paintPlot(plot, width, height - TOP - BOTTOM);
    plot.dispose();
  }

  private void legend(Graphics2D frame, int width) {
    frame.setFont(ChartStyle.plain(15));
    int right =
        key(frame, width, "returned " + Figures.money(sales.returned()), ChartStyle.REFUSED);
    key(frame, right - 30, "sold " + Figures.money(sales.sold()), ChartStyle.ACCEPTED);
  }

  /** Draws one key to the left of a place, and answers where it begins. */
  private static int key(Graphics2D frame, int right, String text, Color color) {
    int begin = right - frame.getFontMetrics().stringWidth(text);
    frame.setColor(ChartStyle.INK);
    frame.drawString(text, begin, 24);
    frame.setColor(color);
    frame.fillRect(begin - 24, 10, 16, 16);
    return begin - 24;
  }

  private void paintPlot(Graphics2D plot, int width, int height) {
    plot.setFont(ChartStyle.plain(14));
    for (long tick : scale.ticks()) {
      tick(plot, tick, scale.place((double) tick, height), width);
    }
    double slot = (double) (width - LEFT) / bars.size();
    int barWidth = (int) Math.max(1, Math.min(WIDEST_BAR, slot * 0.7));
    int step = (bars.size() + MOST_LABELS - 1) / MOST_LABELS;
    for (int i = 0; i < bars.size(); i++) {
      int middle = (int) (LEFT + slot * (i + 0.5));
      bar(plot, bars.get(i), middle - barWidth / 2, barWidth, height);
      if (i % step == 0) {
        label(plot, sales.period().label(bars.get(i).begin()), middle, height + 26);
      }
    }
  }

  private static void label(Graphics2D plot, String label, int middle, int y) {
    plot.setColor(ChartStyle.FAINT_INK);
    plot.drawString(label, middle - plot.getFontMetrics().stringWidth(label) / 2, y);
  }

  private static void tick(Graphics2D plot, long tick, int y, int width) {
    plot.setColor(ChartStyle.GRID);
    plot.drawLine(LEFT, y, width, y);
    plot.setColor(ChartStyle.FAINT_INK);
    String label = Figures.count(tick);
    FontMetrics metrics = plot.getFontMetrics();
    plot.drawString(label, LEFT - 12 - metrics.stringWidth(label), y + metrics.getAscent() / 2 - 1);
  }

  private void bar(Graphics2D plot, Sales.Bar bar, int x, int width, int height) {
    int zero = scale.place(0, height);
    int top = scale.place(bar.sold().amount() / 100.0, height);
    int end = scale.place(-bar.returned().amount() / 100.0, height);
    plot.setColor(ChartStyle.ACCEPTED);
    plot.fillRect(x, top, width, zero - top);
    plot.setColor(ChartStyle.REFUSED);
    // What came back shows, be it ever so little.
    plot.fillRect(x, zero + 1, width, bar.returned().isPositive() ? Math.max(3, end - zero) : 0);
  }
}
