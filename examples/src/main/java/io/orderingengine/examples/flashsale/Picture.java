package io.orderingengine.examples.flashsale;

import static io.orderingengine.examples.console.Poster.HEADLINE;
import static io.orderingengine.examples.console.Poster.HEIGHT;
import static io.orderingengine.examples.console.Poster.MARGIN;
import static io.orderingengine.examples.console.Poster.WIDTH;

import io.orderingengine.examples.console.Figures;
import io.orderingengine.examples.console.Poster;
import java.io.PrintStream;

/** The result of a sale in one picture: a headline with the verdict above three charts. */
final class Picture {
  private static final int CHART_WIDTH = (WIDTH - 3 * MARGIN) / 2;
  private static final int CHART_HEIGHT = (HEIGHT - HEADLINE - 2 * MARGIN) / 2;

  private final Result result;

  private Picture(Result result) {
    this.result = result;
  }

  static void save(Result result, PrintStream out) {
    Poster.save(result.options().picture(), new Picture(result)::poster, out);
  }

  private Poster poster() {
    int right = 2 * MARGIN + CHART_WIDTH;
    int below = HEADLINE + MARGIN + CHART_HEIGHT;
    int wide = WIDTH - 2 * MARGIN;
    return new Poster(title(), figures(), result.verdict(), result.ok())
        .place(MARGIN, HEADLINE, CHART_WIDTH, CHART_HEIGHT, RateChart.of(result.race())::paint)
        .place(right, HEADLINE, CHART_WIDTH, CHART_HEIGHT, StockChart.of(result)::paint)
        .place(MARGIN, below, wide, CHART_HEIGHT, LatencyChart.of(result.race().counts())::paint);
  }

  private String title() {
    Options options = result.options();
    return "Flash sale %s: %s, %s, %s"
        .formatted(
            result.place(),
            Figures.count(options.shoppers(), "shopper"),
            Figures.count(options.stock() * options.skus(), "unit"),
            Figures.count(options.coupons(), "coupon"));
  }

  private String figures() {
    Options options = result.options();
    return "%s checkouts in %s s, %s a second, 99 %% of the accepted within %s ms; %s, seed %d"
        .formatted(
            Figures.count(result.race().counts().checkouts()),
            Figures.seconds(result.race().seconds()),
            Figures.count(result.checkoutsPerSecond()),
            Figures.millis(result.race().counts().accepted().getValueAtPercentile(99)),
            Figures.count(options.callers(), "caller"),
            options.seed());
  }
}
