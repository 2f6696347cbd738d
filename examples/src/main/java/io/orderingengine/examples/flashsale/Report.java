package io.orderingengine.examples.flashsale;

import io.orderingengine.catalog.ProductDetail;
import io.orderingengine.catalog.ProductDetailId;
import io.orderingengine.coupon.Coupon;
import io.orderingengine.order.OrderStatus;
import java.io.PrintStream;
import java.util.Map;
import org.HdrHistogram.Histogram;

/** The result of a sale on a terminal, in plain ASCII. */
final class Report {
  private static final double[] PERCENTILES = {50, 90, 99, 99.9};

  private final Result result;
  private final PrintStream out;

  private Report(Result result, PrintStream out) {
    this.result = result;
    this.out = out;
  }

  /** Says what is about to run. */
  static void announce(Options options, PrintStream out) {
    out.printf(
        "Flash sale: %s, %s with %s each, %s%n",
        Figures.count(options.shoppers(), "shopper"),
        Figures.count(options.skus(), "option"),
        Figures.count(options.stock(), "unit"),
        Figures.count(options.coupons(), "coupon"));
    out.printf(
        "%s, store %s, seed %d%n%n",
        Figures.count(options.callers(), "caller"), options.store(), options.seed());
  }

  static void print(Result result, PrintStream out) {
    var report = new Report(result, out);
    report.goods();
    report.orders();
    report.refusals();
    report.latency();
    report.throughput();
    report.findings();
  }

  private void goods() {
    header("Goods", "sold", "left");
    Map<ProductDetailId, Long> sold = result.ledger().sold();
    for (ProductDetail sku : result.ledger().product().details()) {
      row(sku.optionValue(), sold.getOrDefault(sku.id(), 0L), sku.stock());
    }
    Coupon coupon = result.ledger().coupon();
    row("coupons", coupon.openingQuantity() - coupon.quantity(), coupon.quantity());
  }

  private void orders() {
    header("Orders", Figures.count(result.ledger().orders().count()));
    for (OrderStatus status : OrderStatus.values()) {
      row(status.name(), result.ledger().orders().filter(each -> each.status() == status).count());
    }
  }

  private void refusals() {
    Map<String, Long> refusals = result.race().counts().refusals();
    header("Refusals", Figures.count(refusals.values().stream().mapToLong(count -> count).sum()));
    refusals.forEach(this::row);
  }

  private void latency() {
    header("Latency of a checkout, ms", "checkouts", "p50", "p90", "p99", "p99.9", "max");
    times("accepted", result.race().counts().accepted());
    times("refused", result.race().counts().refused());
    out.println("  from the call to the answer, by the caller's System.nanoTime");
  }

  private void times(String name, Histogram times) {
    out.printf("  %-24s%12s", name, Figures.count(times.getTotalCount()));
    for (double percentile : PERCENTILES) {
      out.printf("%12s", Figures.millis(times.getValueAtPercentile(percentile)));
    }
    out.printf("%12s%n", Figures.millis(times.getMaxValue()));
  }

  private void throughput() {
    header("Throughput", "in all", "a second");
    row("checkouts", result.race().counts().checkouts(), result.checkoutsPerSecond());
    row("commands", result.race().counts().commands(), result.commandsPerSecond());
    out.printf("  in %s s%n", Figures.seconds(result.race().seconds()));
  }

  private void findings() {
    header("Conservation, by the rows after closing and reopening the engine");
    for (Finding finding : result.findings()) {
      String mark = finding.ok() ? "ok" : "DRIFT";
      out.printf("  %-6s%-18s%s%n", mark, finding.subject(), finding.text());
    }
    out.printf("%n%s%n", result.verdict());
  }

  private void header(String title, String... columns) {
    out.printf("%n%-26s", title);
    for (String column : columns) {
      out.printf("%12s", column);
    }
    out.println();
  }

  private void row(String name, long... figures) {
    out.printf("  %-24s", name);
    for (long figure : figures) {
      out.printf("%12s", Figures.count(figure));
    }
    out.println();
  }
}
