package io.orderingengine.examples.replay;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Files of retail invoices for tests, and what the replay reads in them. */
final class RetailLines {
  static final String HEADER =
      "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country";

  private RetailLines() {}

  /** Ada's line, on the first of March. */
  static String line(String invoice, String stockCode, int units, String price) {
    return line(invoice, stockCode, units, price, "12000");
  }

  static String line(String invoice, String stockCode, int units, String price, String customer) {
    return "%s,%s,THING %s,%d,1/3/2024,%s,%s,France"
        .formatted(invoice, stockCode, stockCode, units, price, customer);
  }

  /** A file with the usual header above these lines. */
  static Path file(Path folder, String... lines) {
    return file(folder, List.of(lines));
  }

  static Path file(Path folder, List<String> lines) {
    List<String> all = new ArrayList<>(List.of(HEADER));
    all.addAll(lines);
    return text(folder, String.join("\n", all) + "\n");
  }

  static Path text(Path folder, String text) {
    try {
      return Files.writeString(folder.resolve("invoices.csv"), text);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  static Plan plan(Path file) {
    var planner = new Planner();
    RetailFile.read(file, planner::add);
    return planner.plan();
  }

  /** The lines of a category, such as {@code 2-3, 7}. */
  static String numbers(Plan plan, Category category) {
    return plan.tally().of(category).numbers(100);
  }
}
