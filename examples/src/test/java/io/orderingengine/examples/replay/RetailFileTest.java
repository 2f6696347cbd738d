package io.orderingengine.examples.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderingengine.examples.console.BadOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files are read in each of their forms, and twice with the same result. */
final class RetailFileTest {
  private static final String TIN = "1,A,TIN,2,1/3/2024,2.50,12000,France";

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\r"})
  void anyLineEndWillDo(String end) {
    Path file =
        RetailLines.text(folder, String.join(end, "\uFEFF" + RetailLines.HEADER, TIN, "", TIN));

    Plan plan = RetailLines.plan(file);

    assertThat(RetailLines.numbers(plan, Category.SOLD)).isEqualTo("2, 4");
    assertAgreement(file, 2);
  }

  @Test
  void aHeaderMayBeQuotedBehindAByteOrderMark() {
    Path file =
        RetailLines.text(
            folder, "\uFEFF\"" + RetailLines.HEADER.replace(",", "\",\"") + "\"\n" + TIN);

    assertThat(RetailLines.numbers(RetailLines.plan(file), Category.SOLD)).isEqualTo("2");
    assertAgreement(file, 1);
  }

  @Test
  void quotesHoldCommasAndQuotes() {
    Path file =
        RetailLines.file(
            folder,
            "1,A,\"HOOK, 1 HANGER ,MAGIC\",2,1/3/2024,2.50,12000,France",
            "1,B,\"RECORD FRAME 7\"\" \" ,2,1/3/2024,2.50,12000,France",
            "1,C,SIZE 7\" FRAME,\"2\",1/3/2024,\" 2.50 \",12000,France");

    Plan plan = RetailLines.plan(file);

    assertThat(plan.goods())
        .extracting(Goods::name)
        .containsExactly("HOOK, 1 HANGER ,MAGIC", "RECORD FRAME 7\"", "SIZE 7\" FRAME");
    assertThat(plan.forms().of(Form.QUOTED_COMMA).numbers(9)).isEqualTo("2");
    assertAgreement(file, 3);
  }

  @Test
  void aStrayQuoteHarmsItsOwnLineOnly() {
    Path file = RetailLines.file(folder, "1,A,\"TIN,2,1/3/2024,2.50,12000,France", TIN, TIN);

    Plan plan = RetailLines.plan(file);

    assertThat(RetailLines.numbers(plan, Category.BROKEN_QUOTES)).isEqualTo("2");
    assertThat(RetailLines.numbers(plan, Category.SOLD)).isEqualTo("3-4");
  }

  @ParameterizedTest
  @CsvSource({
    "1/12/2010,           2010-12-01, DAY_FIRST",
    "31/1/11,             2011-01-31, DAY_FIRST",
    "12/1/10 8:26,        2010-12-01, MONTH_FIRST",
    "12/31/2010 23:59,    2010-12-31, MONTH_FIRST",
    "2011-10-06 16:20:00, 2011-10-06, YEAR_FIRST",
    "2011-10-06T16:20,    2011-10-06, YEAR_FIRST",
    "2011-10-06,          2011-10-06, YEAR_FIRST",
  })
  void datesComeInThreeForms(String text, String date, Form form) {
    InvoiceDate read = InvoiceDate.parse(text);

    assertThat(read).isNotNull();
    assertThat(read.date()).isEqualTo(date);
    assertThat(read.form()).isEqualTo(form);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "13/13/2010", "31/12/2010 8:26", "1/12/2010 25:00", "2010-2-3", "1/2/345"})
  void whatIsNoDateIsNone(String text) {
    assertThat(InvoiceDate.parse(text)).isNull();
  }

  @Test
  void aCustomerWithADecimalPointIsTheSame() {
    Plan plan =
        RetailLines.plan(
            RetailLines.file(
                folder,
                RetailLines.line("1", "A", 1, "1.00", "12923"),
                RetailLines.line("2", "A", 1, "1.00", "12923.0"),
                RetailLines.line("3", "A", 1, "1.00", ""),
                RetailLines.line("4", "A", 1, "1.00", "")));

    assertThat(plan.buyers())
        .extracting(Buyer::name)
        .containsExactly("12923", "guest of 3", "guest of 4");
    assertThat(plan.forms().of(Form.DECIMAL_CUSTOMER).numbers(9)).isEqualTo("3");
    assertThat(plan.forms().of(Form.NO_CUSTOMER).numbers(9)).isEqualTo("4-5");
  }

  @Test
  void columnsMayStandElsewhereOrBeAbsent() {
    Path file =
        RetailLines.text(folder, "UnitPrice,Note,Quantity,StockCode,InvoiceNo\n2.50,x,2,A,1\n");

    Plan plan = RetailLines.plan(file);

    assertThat(RetailLines.numbers(plan, Category.SOLD)).isEqualTo("2");
    assertThat(plan.goods()).extracting(Goods::name).containsExactly("A");
    assertThat(plan.buyers()).extracting(Buyer::name).containsExactly("guest of 1");
    assertAgreement(file, 1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n", "InvoiceNo,StockCode,UnitPrice\n1,A,2.50\n", "\"InvoiceNo\n"})
  void withoutAColumnThatIsNeededNothingRuns(String text) {
    Path file = RetailLines.text(folder, text);
    FileTotals.of(file);

    assertThatThrownBy(() -> RetailFile.read(file, fields -> {}))
        .isInstanceOf(BadOptions.class)
        .hasMessageContaining("a column Quantity")
        .hasMessageEndingWith(", but '" + file + "' has none.");
  }

  @Test
  void bytesThatAreNoTextAreNoMatter() throws IOException {
    Path file = folder.resolve("latin.csv");
    String text = RetailLines.HEADER + "\n1,A,\u00A3 TIN,2,1/3/2024,2.50,12000,France\n";
    Files.writeString(file, text, StandardCharsets.ISO_8859_1);

    assertThat(RetailLines.numbers(RetailLines.plan(file), Category.SOLD)).isEqualTo("2");
    assertAgreement(file, 1);
  }

  @Test
  void bothCountsAgreeOnLinesOfRandomSigns() throws IOException {
    String signs = "1,,,,,,,\"\" .-\t\f5\n\r/x\u00E2\u00F0\u0080";
    for (int seed = 0; seed < 300; seed++) {
      var chance = new SplittableRandom(seed);
      var text = new StringBuilder("Quantity,UnitPrice,InvoiceNo,StockCode\n");
      for (int i = 0; i < 400; i++) {
        text.append(signs.charAt(chance.nextInt(signs.length())));
      }
      Path file = folder.resolve("random.csv");
      Files.writeString(file, text, StandardCharsets.ISO_8859_1);

      assertThat(FileCheck.of(FileTotals.of(file), RetailLines.plan(file).tally()))
          .as("seed %d", seed)
          .allMatch(finding -> finding.ok());
    }
  }

  private static void assertAgreement(Path file, long lines) {
    FileTotals totals = FileTotals.of(file);
    assertThat(totals.lines()).isEqualTo(lines);
    assertThat(FileCheck.of(totals, RetailLines.plan(file).tally()))
        .allMatch(finding -> finding.ok());
  }
}
