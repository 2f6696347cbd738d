package io.orderingengine.examples.flashsale;

import io.orderingengine.catalog.ProductDetail;
import io.orderingengine.catalog.ProductDetailId;
import io.orderingengine.coupon.Coupon;
import io.orderingengine.examples.console.Figures;
import io.orderingengine.examples.console.Place;
import io.orderingengine.examples.console.Sheet;
import io.orderingengine.order.OrderStatus;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.HdrHistogram.Histogram;

/** The result of a sale on a terminal, in plain ASCII. */
final class Report {
  private static final int NAMES = 24;
  private static final double[] PERCENTILES = {50, 90, 99, 99.9};

  private final Result result;
  private final Sheet sheet;

  private Report(Result result, Sheet sheet) {
    this.result = result;
    this.sheet = sheet;
  }

  /** Says what is about to run. */
  static void announce(Options options, Place place, PrintStream out) {
    out.printf(
        "Flash sale: %s, %s with %s each, %s%n",
        Figures.count(options.shoppers(), "shopper"),
        Figures.count(options.skus(), "option"),
        Figures.count(options.stock(), "unit"),
        Figures.count(options.coupons(), "coupon"));
    out.printf("%s, seed %d%n", Figures.count(options.callers(), "caller"), options.seed());
    out.printf("Rows %s%n%n", place.description());
  }

  static void print(Result result, PrintStream out) {
    var report = new Report(result, new Sheet(out, NAMES));
    report.goods();
    report.orders();
    report.refusals();
    report.latency();
    report.throughput();
    report.findings();
  }

  private void goods() {
    sheet.header("Goods", "sold", "left");
    Map<ProductDetailId, Long> sold = result.ledger().sold();
    for (ProductDetail sku : result.ledger().product().details()) {
      sheet.row(sku.optionValue(), sold.getOrDefault(sku.id(), 0L), sku.stock());
    }
    Coupon coupon = result.ledger().coupon();
    sheet.row("coupons", coupon.openingQuantity() - coupon.quantity(), coupon.quantity());
  }

  private void orders() {
    sheet.header("Orders", Figures.count(result.ledger().orders().count()));
    for (OrderStatus status : OrderStatus.values()) {
      sheet.row(
          status.name(), result.ledger().orders().filter(each -> each.status() == status).count());
    }
  }

  private void refusals() {
    Map<String, Long> refusals = result.race().counts().refusals();
    sheet.header(
        "Refusals", Figures.count(refusals.values().stream().mapToLong(count -> count).sum()));
    refusals.forEach((reason, count) -> sheet.row(reason, count));
  }

  private void latency() {
    sheet.header("Latency of a checkout, ms", "checkouts", "p50", "p90", "p99", "p99.9", "max");
    times("accepted", result.race().counts().accepted());
    times("refused", result.race().counts().refused());
    sheet.note("from the call to the answer, by the caller's System.nanoTime");
  }

  private void times(String name, Histogram times) {
    List<String> cells = new ArrayList<>();
    cells.add(Figures.count(times.getTotalCount()));
    for (double percentile : PERCENTILES) {
      cells.add(Figures.millis(times.getValueAtPercentile(percentile)));
    }
    cells.add(Figures.millis(times.getMaxValue()));
    sheet.row(name, cells.toArray(String[]::new));
  }

  private void throughput() {
    sheet.header("Throughput", "in all", "a second");
    sheet.row("checkouts", result.race().counts().checkouts(), result.checkoutsPerSecond());
    sheet.row("commands", result.race().counts().commands(), result.commandsPerSecond());
    sheet.note("in %s s, %s".formatted(Figures.seconds(result.race().seconds()), result.place()));
  }

  private void findings() {
    sheet.findings(
        "Conservation, by the rows after closing and reopening the engine",
        result.findings(),
        result.verdict());
  }
}
