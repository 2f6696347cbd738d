package io.orderingengine.examples.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each oddity is found in a line of its own, with what can be counted of it. */
final class CategoryTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          BROKEN_QUOTES           | 1,A,"TIN,2,1/3/2024,2.50,12000,France     |  0 |  0
          BROKEN_QUOTES           | 1,A,"TIN"S,2,1/3/2024,2.50,12000,France   |  0 |  0
          WRONG_COLUMNS           | 1,A,TIN,2,1/3/2024,2.50,12000             |  0 |  0
          WRONG_COLUMNS           | 1,A,TIN,2,1/3/2024,2.50,12000,France,Gaul |  0 |  0
          BAD_INVOICE             | ,A,TIN,2,1/3/2024,2.50,12000,France       |  2 |  5
          BAD_INVOICE             | 1 part 2,A,TIN,2,1/3/2024,2.50,12000,Gaul |  2 |  5
          BAD_STOCK_CODE          | 1,,TIN,2,1/3/2024,2.50,12000,France       |  2 |  5
          BAD_CUSTOMER            | 1,A,TIN,2,1/3/2024,2.50,guest of 1,France |  2 |  5
          BAD_QUANTITY            | 1,A,TIN,two,1/3/2024,2.50,12000,France    |  0 |  0
          BAD_QUANTITY            | 1,A,TIN,2.5,1/3/2024,2.50,12000,France    |  0 |  0
          BAD_QUANTITY            | 1,A,TIN,,1/3/2024,2.50,12000,France       |  0 |  0
          BAD_QUANTITY            | 1,A,TIN,1234567890,1/3/2024,1,12000,Gaul  |  0 |  0
          BAD_PRICE               | 1,A,TIN,2,1/3/2024,free,12000,France      |  2 |  0
          BAD_PRICE               | 1,A,TIN,2,1/3/2024,1e3,12000,France       |  2 |  0
          BAD_PRICE               | 1,A,TIN,2,1/3/2024,"2,50",12000,France    |  2 |  0
          BAD_PRICE               | 1,A,TIN,2,1/3/2024,.50,12000,France       |  2 |  0
          BAD_DATE                | 1,A,TIN,2,31/2/2024,2.50,12000,France     |  2 |  5
          BAD_DATE                | 1,A,TIN,2,yesterday,2.50,12000,France     |  2 |  5
          NO_UNITS                | 1,A,TIN,0,1/3/2024,2.50,12000,France      |  0 |  0
          NEGATIVE_UNITS          | 1,A,TIN,-2,1/3/2024,2.50,12000,France     | -2 | -5
          POSITIVE_RETURN         | C1,A,TIN,2,1/3/2024,2.50,12000,France     |  2 |  5
          ZERO_PRICE              | 1,A,TIN,2,1/3/2024,0.00,12000,France      |  2 |  0
          NEGATIVE_PRICE          | 1,A,TIN,2,1/3/2024,-2.50,12000,France     |  2 | -5
          FRACTION_OF_A_PENNY     | 1,A,TIN,2,1/3/2024,0.001,12000,France     |  2 |  0.002
          TOO_MUCH                | 1,A,TIN,1000001,1/3/2024,1,12000,France   | 1000001 | 1000001
          TOO_MUCH                | 1,A,TIN,1,1/3/2024,1000000.01,12000,Gaul  |  1 | 1000000.01
          """)
  void anOddLineIsCounted(Category category, String line, long units, String money) {
    Path file = RetailLines.file(folder, line);

    Tally<Category> tally = RetailLines.plan(file).tally();

    assertThat(tally.kinds()).containsExactly(category);
    assertThat(tally.of(category).numbers(1)).isEqualTo("2");
    assertThat(tally.of(category).units()).isEqualTo(units);
    assertThat(tally.of(category).money()).isEqualByComparingTo(money);
    assertThat(FileCheck.of(FileTotals.of(file), tally)).allMatch(finding -> finding.ok());
  }

  @Test
  void theGoodLinesOfAnInvoiceWithOddOnesAreSold() {
    Plan plan =
        RetailLines.plan(
            RetailLines.file(
                folder,
                RetailLines.line("1", "A", 2, "2.50"),
                RetailLines.line("1", "B", 2, "0"),
                RetailLines.line("1", "C", 2, "1.00", "13000"),
                RetailLines.line("1", "D", 3, "1.00")));

    assertThat(RetailLines.numbers(plan, Category.SOLD)).isEqualTo("2, 5");
    assertThat(RetailLines.numbers(plan, Category.ZERO_PRICE)).isEqualTo("3");
    assertThat(RetailLines.numbers(plan, Category.ANOTHER_CUSTOMER)).isEqualTo("4");
    assertThat(plan.buyers()).hasSize(1);
  }

  @Test
  void namesAreAsLongAsTheyMayBe() {
    String longest = "x".repeat(200);

    Plan plan =
        RetailLines.plan(
            RetailLines.file(
                folder,
                RetailLines.line(longest, longest, 1, "1.00", longest),
                RetailLines.line(longest + "x", "A", 1, "1.00"),
                RetailLines.line("2", longest + "x", 1, "1.00"),
                RetailLines.line("3", "A", 1, "1.00", longest + "x")));

    assertThat(plan.tally().kinds())
        .isEqualTo(
            List.of(
                Category.SOLD,
                Category.BAD_INVOICE,
                Category.BAD_STOCK_CODE,
                Category.BAD_CUSTOMER));
  }
}
