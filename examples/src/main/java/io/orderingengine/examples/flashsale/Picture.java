package io.orderingengine.examples.flashsale;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.knowm.xchart.XYChart;

/** The result of a sale in one picture: a headline with the verdict above three charts. */
final class Picture {
  private static final int WIDTH = 1600;
  private static final int HEIGHT = 1000;
  private static final int HEADLINE = 140;
  private static final int MARGIN = 24;
  private static final int CHART_WIDTH = (WIDTH - 3 * MARGIN) / 2;
  private static final int CHART_HEIGHT = (HEIGHT - HEADLINE - 2 * MARGIN) / 2;

  private final Result result;

  private Picture(Result result) {
    this.result = result;
  }

  /** Saves the picture and prints where; a machine that cannot draw says so and goes on. */
  static void save(Result result, PrintStream out) {
    Path path = result.options().picture();
    try {
      Path folder = path.getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      ImageIO.write(new Picture(result).paint(), "png", path.toFile());
      out.println("Picture: " + path);
    } catch (IOException | RuntimeException | LinkageError | InternalError cannotDraw) {
      out.println("No picture: " + path + " could not be drawn or written (" + cannotDraw + ").");
    }
  }

  BufferedImage paint() {
    var image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    Graphics2D canvas = image.createGraphics();
    canvas.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    canvas.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    canvas.setColor(Color.WHITE);
    canvas.fillRect(0, 0, WIDTH, HEIGHT);
    headline(canvas);
    int right = 2 * MARGIN + CHART_WIDTH;
    int below = HEADLINE + MARGIN + CHART_HEIGHT;
    place(canvas, MARGIN, HEADLINE, CHART_WIDTH, RateChart.of(result.race()));
    place(canvas, right, HEADLINE, CHART_WIDTH, StockChart.of(result));
    place(canvas, MARGIN, below, WIDTH - 2 * MARGIN, LatencyChart.of(result.race().counts()));
    canvas.dispose();
    return image;
  }

  private static void place(Graphics2D canvas, int x, int y, int width, XYChart chart) {
    Graphics2D frame = (Graphics2D) canvas.create(x, y, width, CHART_HEIGHT);
    chart.paint(frame, width, CHART_HEIGHT);
    frame.dispose();
  }

  private void headline(Graphics2D canvas) {
    Options options = result.options();
    canvas.setColor(ChartStyle.INK);
    canvas.setFont(ChartStyle.bold(32));
    canvas.drawString(
        "Flash sale: %s race for %s and %s"
            .formatted(
                Figures.count(options.shoppers(), "shopper"),
                Figures.count(options.stock() * options.skus(), "unit"),
                Figures.count(options.coupons(), "coupon")),
        MARGIN,
        52);
    canvas.setColor(ChartStyle.FAINT_INK);
    canvas.setFont(ChartStyle.plain(19));
    canvas.drawString(figures(), MARGIN, 86);
    canvas.setColor(result.ok() ? ChartStyle.GOOD : ChartStyle.BAD);
    canvas.setFont(ChartStyle.bold(19));
    canvas.drawString(result.verdict(), MARGIN, 118);
  }

  private String figures() {
    Options options = result.options();
    return "%s checkouts in %s s, %s a second, 99 %% of the accepted within %s ms; %s, store %s, seed %d"
        .formatted(
            Figures.count(result.race().counts().checkouts()),
            Figures.seconds(result.race().seconds()),
            Figures.count(result.checkoutsPerSecond()),
            Figures.millis(result.race().counts().accepted().getValueAtPercentile(99)),
            Figures.count(options.callers(), "caller"),
            options.store(),
            options.seed());
  }
}
