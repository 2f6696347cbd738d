package io.orderingengine.examples.replay;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/** A small file of invented invoices, the same each time: some come back, a few lines are odd. */
final class GeneratedFile {
  private static final int INVOICES = 400;
  private static final LocalDate FIRST_DAY = LocalDate.of(2024, 3, 1);
  private static final String HEADER =
      "\uFEFFInvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country";

  private static final List<String> NAMES =
      List.of(
          "TEA TIN",
          "LANTERN",
          "PAPER CHAIN",
          "\"CUSHION, ROUND\"",
          "EGG CUP",
          "DOORSTOP",
          "BIRD HOUSE",
          "\"CANDLES, SET OF 6\"",
          "JAM JAR",
          "WALL CLOCK",
          "DOLLS HOUSE",
          "UMBRELLA");

  private static final List<DateTimeFormatter> DATES =
      List.of(form("d/M/yyyy"), form("M/d/yy '8:26'"), form("yyyy-MM-dd '16:20:00'"));

  /** Broken lines, each to be filled with its invoice and date. */
  private static final List<String> ODD =
      List.of(
          "%s,2100,TEA TIN,six,%s,2.55,12000,France",
          "%s,2100,TEA TIN,1,%s,0,12000,France",
          "%s,2100,TEA TIN,-3,%s,2.55,,France",
          "%s,2100,TEA TIN,3,%s,0.001,12000,France",
          "%s,2100,\"TEA TIN,3,%s,2.55,12000,France");

  private final SplittableRandom chance = new SplittableRandom(42);
  private final List<String> lines = new ArrayList<>(List.of(HEADER));

  private GeneratedFile() {}

  private record Row(
      String invoice, int thing, int units, String date, String price, String customer) {
    Row back() {
      return new Row("C" + invoice, thing, -units, date, price, customer);
    }

    @Override
    public String toString() {
      return "%s,%d,%s,%d,%s,%s,%s,France"
          .formatted(invoice, 2100 + thing, NAMES.get(thing), units, date, price, customer);
    }
  }

  /** Writes the file, over one that may be there. */
  static Path write(Path path) {
    var file = new GeneratedFile();
    for (int i = 0; i < INVOICES; i++) {
      file.addInvoice(i);
    }
    try {
      Path target = path.toAbsolutePath();
      Files.createDirectories(target.getParent());
      return Files.writeString(target, String.join("\r\n", file.lines) + "\r\n");
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static DateTimeFormatter form(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ROOT);
  }

  private void addInvoice(int i) {
    String invoice = Integer.toString(550_000 + i);
    String date = DATES.get(i % DATES.size()).format(FIRST_DAY.plusDays(i / 8));
    String customer = i % 7 == 0 ? "" : 12_000 + chance.nextInt(40) + (i % 11 == 0 ? ".0" : "");
    List<Row> bought = new ArrayList<>();
    for (int count = 1 + chance.nextInt(6); count > 0; count--) {
      bought.add(row(invoice, date, customer));
    }
    bought.forEach(this::add);
    if (i % 12 == 5) {
      int count = i % 24 == 5 ? bought.size() : 1;
      bought.subList(0, count).stream().map(Row::back).forEach(this::add);
    }
    if (i % 25 == 9) {
      lines.add(ODD.get(i / 25 % ODD.size()).formatted(invoice, date));
    }
  }

  /** The first things are bought most, and many at once cost less. */
  private Row row(String invoice, String date, String customer) {
    int thing = Math.min(chance.nextInt(NAMES.size()), chance.nextInt(NAMES.size()));
    int units = 1 + chance.nextInt(24);
    int pence = 95 + 170 * thing - (units > 12 ? 20 : 0);
    String price = "%d.%02d".formatted(pence / 100, pence % 100);
    return new Row(invoice, thing, units, date, price, customer);
  }

  private void add(Row row) {
    lines.add(row.toString());
  }
}
