package io.orderingengine.examples.replay;

import static io.orderingengine.examples.console.Poster.HEADLINE;
import static io.orderingengine.examples.console.Poster.HEIGHT;
import static io.orderingengine.examples.console.Poster.MARGIN;
import static io.orderingengine.examples.console.Poster.WIDTH;

import io.orderingengine.examples.console.Figures;
import io.orderingengine.examples.console.Poster;
import java.io.PrintStream;

/** The result of a replay in one picture: sales over time above the best sellers. */
final class Picture {
  private static final int CHART_WIDTH = WIDTH - 2 * MARGIN;
  private static final int CHART_HEIGHT = (HEIGHT - HEADLINE - 2 * MARGIN) / 2;

  private final Result result;

  private Picture(Result result) {
    this.result = result;
  }

  static void save(Result result, PrintStream out) {
    Poster.save(result.options().picture(), new Picture(result)::poster, out);
  }

  private Poster poster() {
    int below = HEADLINE + MARGIN + CHART_HEIGHT;
    var poster = new Poster(title(), figures(), result.verdict(), result.ok());
    var sales = new SalesChart(Sales.of(result.plan(), result.ledger()));
    var best = new BestSellersChart(BestSeller.of(result.ledger()));
    return poster
        .place(MARGIN, HEADLINE, CHART_WIDTH, CHART_HEIGHT, sales)
        .place(MARGIN, below, CHART_WIDTH, CHART_HEIGHT, best);
  }

  private String title() {
    return "Replay %s: %s of %s"
        .formatted(
            result.place(),
            Figures.count(result.totals().lines(), "line"),
            result.file().getFileName());
  }

  private String figures() {
    return "%s of %s, %s odd; %s lines replayed in %s s, %s a second; %s"
        .formatted(
            Figures.count(result.ledger().orders().count(), "order"),
            Figures.count(result.plan().buyers().size(), "buyer"),
            Figures.count(result.plan().oddLines(), "line"),
            Figures.count(result.replay().lines()),
            Figures.seconds(result.replay().seconds()),
            Figures.count(result.replay().linesPerSecond()),
            Figures.count(result.options().callers(), "caller"));
  }
}
