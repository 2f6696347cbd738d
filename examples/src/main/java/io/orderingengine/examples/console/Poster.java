package io.orderingengine.examples.console;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import javax.imageio.ImageIO;

/** A picture for the wall: a headline with a verdict, and charts below. Used by one thread. */
public final class Poster {
  public static final int WIDTH = 1600;
  public static final int HEIGHT = 1000;
  public static final int MARGIN = 24;

  /** Where the charts may begin. */
  public static final int HEADLINE = 140;

  private final BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);

  /** What fills a part of the poster. */
  @FunctionalInterface
  public interface Chart {
    void paint(Graphics2D frame, int width, int height);
  }

  public Poster(String title, String figures, String verdict, boolean ok) {
    Graphics2D canvas = frame(0, 0, WIDTH, HEIGHT);
    canvas.setColor(Color.WHITE);
    canvas.fillRect(0, 0, WIDTH, HEIGHT);
    canvas.setColor(ChartStyle.INK);
    canvas.setFont(ChartStyle.bold(32));
    canvas.drawString(title, MARGIN, 52);
    canvas.setColor(ChartStyle.FAINT_INK);
    canvas.setFont(ChartStyle.plain(19));
    canvas.drawString(figures, MARGIN, 86);
    canvas.setColor(ok ? ChartStyle.GOOD : ChartStyle.BAD);
    canvas.setFont(ChartStyle.bold(19));
    canvas.drawString(verdict, MARGIN, 118);
    canvas.dispose();
  }

  /** Puts a chart into its place. */
  public Poster place(int x, int y, int width, int height, Chart chart) {
    Graphics2D frame = frame(x, y, width, height);
    chart.paint(frame, width, height);
    frame.dispose();
    return this;
  }

  private Graphics2D frame(int x, int y, int width, int height) {
    Graphics2D frame = (Graphics2D) image.createGraphics().create(x, y, width, height);
    frame.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    frame.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    return frame;
  }

  /** Saves a poster and prints where; a machine that cannot draw says so and goes on. */
  public static void save(Path path, Supplier<Poster> poster, PrintStream out) {
    try {
      Path folder = path.getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      ImageIO.write(poster.get().image, "png", path.toFile());
      out.println("Picture: " + path);
    } catch (IOException | RuntimeException | LinkageError | InternalError cannotDraw) {
      out.println("No picture: " + path + " could not be drawn or written (" + cannotDraw + ").");
    }
  }
}
