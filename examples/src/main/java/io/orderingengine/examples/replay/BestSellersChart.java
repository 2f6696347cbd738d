package io.orderingengine.examples.replay;

import io.orderingengine.examples.console.ChartStyle;
import io.orderingengine.examples.console.Figures;
import io.orderingengine.examples.console.Poster;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.util.List;

/** A bar for each best seller, with its name before it and its figures after it. */
final class BestSellersChart implements Poster.Chart {
  private static final int TITLE = 52;
  private static final int NAMES = 380;
  private static final int FIGURES = 230;
  private static final int GAP = 12;

  private final List<BestSeller> sellers;

  BestSellersChart(List<BestSeller> sellers) {
    this.sellers = sellers;
  }

  @Override
  public void paint(Graphics2D frame, int width, int height) {
    frame.setColor(ChartStyle.INK);
    frame.setFont(ChartStyle.bold(19));
    frame.drawString("The ten best sellers, by units of orders that stand", 0, 24);
    int row = (height - TITLE) / Math.max(10, sellers.size());
    for (int i = 0; i < sellers.size(); i++) {
      Graphics2D line = (Graphics2D) frame.create(0, TITLE + i * row, width, row);
      paint(line, sellers.get(i), width, row);
      line.dispose();
    }
  }

  private void paint(Graphics2D line, BestSeller seller, int width, int height) {
    line.setFont(ChartStyle.plain(15));
    FontMetrics metrics = line.getFontMetrics();
    int base = (height + metrics.getAscent() - metrics.getDescent()) / 2;
    String name = shortened(seller.name(), metrics);
    line.setColor(ChartStyle.INK);
    line.drawString(name, NAMES - GAP - metrics.stringWidth(name), base);
    long bar = (width - NAMES - FIGURES) * seller.units() / sellers.get(0).units();
    line.setColor(ChartStyle.ACCEPTED);
    line.fillRect(NAMES, height / 8, (int) bar, height * 3 / 4);
    line.setColor(ChartStyle.FAINT_INK);
    String figures =
        "%s for %s".formatted(Figures.count(seller.units()), Figures.money(seller.money()));
    line.drawString(figures, NAMES + (int) bar + GAP, base);
  }

  private static String shortened(String name, FontMetrics metrics) {
    String text = name.strip();
    while (metrics.stringWidth(text) > NAMES - 2 * GAP) {
      text = text.substring(0, text.offsetByCodePoints(text.length(), -2)).strip() + "…";
    }
    return text;
  }
}
