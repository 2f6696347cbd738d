package io.orderingengine.examples.replay;

import static io.orderingengine.examples.replay.RetailLines.line;
import static io.orderingengine.examples.replay.RetailLines.numbers;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What comes back is matched with what was bought, in file order. */
final class ReturnsTest {
  @TempDir private Path folder;

  @Test
  void anOrderOfOneLineThatComesBackIsCancelled() {
    Plan plan = plan(line("1", "A", 6, "2.55"), line("C2", "A", -6, "2.55"));

    assertThat(numbers(plan, Category.CANCELLED)).isEqualTo("3");
    assertThat(cancelled(plan)).containsExactly("1");
  }

  @Test
  void anOrderOfSomeLinesThatAllComeBackWithOneInvoiceIsCancelled() {
    Plan plan =
        plan(
            line("1", "A", 6, "2.55"),
            line("1", "B", 1, "1.00"),
            line("C2", "B", -1, "1.00"),
            line("C2", "A", -6, "2.55"));

    assertThat(numbers(plan, Category.CANCELLED)).isEqualTo("4-5");
    assertThat(cancelled(plan)).containsExactly("1");
  }

  @Test
  void someUnitsOrSomeLinesWaitForTheirRefund() {
    Plan plan =
        plan(
            line("1", "A", 6, "2.55"),
            line("2", "B", 1, "1.00"),
            line("2", "C", 1, "1.00"),
            line("C3", "A", -5, "2.55"),
            line("C3", "B", -1, "1.00"));

    assertThat(numbers(plan, Category.REFUND_PENDING)).isEqualTo("5-6");
    assertThat(cancelled(plan)).isEmpty();
  }

  @Test
  void anOrderThatComesBackBitByBitIsNotCancelled() {
    Plan plan =
        plan(line("1", "A", 6, "2.55"), line("C2", "A", -2, "2.55"), line("C3", "A", -4, "2.55"));

    assertThat(numbers(plan, Category.REFUND_PENDING)).isEqualTo("3-4");
    assertThat(cancelled(plan)).isEmpty();
  }

  @Test
  void theNewestPurchaseWithEnoughUnitsIsTaken() {
    Plan plan =
        plan(
            line("1", "A", 6, "2.55"),
            line("2", "A", 6, "2.55"),
            line("3", "A", 2, "2.55"),
            line("C4", "A", -6, "2.55"));

    assertThat(cancelled(plan)).containsExactly("2");
  }

  @Test
  void whatCameBackCannotComeBackAgain() {
    Plan plan =
        plan(
            line("1", "A", 6, "2.55"),
            line("C2", "A", -6, "2.55"),
            line("C3", "A", -1, "2.55"),
            line("4", "B", 6, "2.55"),
            line("C5", "B", -4, "2.55"),
            line("C6", "B", -4, "2.55"));

    assertThat(numbers(plan, Category.CANCELLED)).isEqualTo("3");
    assertThat(numbers(plan, Category.REFUND_PENDING)).isEqualTo("6");
    assertThat(numbers(plan, Category.UNMATCHED)).isEqualTo("4, 7");
  }

  @Test
  void onlyTheCustomersOwnEarlierPurchasesCount() {
    Plan plan =
        plan(
            line("C1", "A", -6, "2.55"),
            line("2", "A", 6, "2.55"),
            line("C3", "A", -6, "2.55", "13000"),
            line("C4", "a", -6, "2.55"),
            line("5", "B", 6, "2.55", ""),
            line("C6", "B", -6, "2.55", ""));

    assertThat(numbers(plan, Category.UNMATCHED)).isEqualTo("2, 4-5, 7");
  }

  @Test
  void aLineBelowTheReturnKeepsTheOrderAlive() {
    Plan plan =
        plan(line("1", "A", 6, "2.55"), line("C2", "A", -6, "2.55"), line("1", "B", 1, "1.00"));

    assertThat(numbers(plan, Category.REFUND_PENDING)).isEqualTo("3");
  }

  @Test
  void anotherPriceIsMatchedButNotCancelled() {
    Plan plan = plan(line("1", "A", 6, "2.55"), line("C2", "A", -6, "2.50"));

    assertThat(numbers(plan, Category.REFUND_PENDING)).isEqualTo("3");
  }

  @Test
  void oneStockCodeAtTwoPricesComesBackAsOne() {
    Plan plan =
        plan(line("1", "A", 6, "2.00"), line("1", "A", 4, "1.00"), line("C2", "A", -10, "1.60"));

    assertThat(numbers(plan, Category.CANCELLED)).isEqualTo("4");
  }

  @Test
  void oneInvoiceMayCancelTwoOrders() {
    Plan plan =
        plan(
            line("1", "A", 6, "2.55"),
            line("2", "B", 6, "2.55"),
            line("C3", "A", -6, "2.55"),
            line("C3", "B", -6, "2.55"));

    assertThat(cancelled(plan)).containsExactly("1", "2");
  }

  private Plan plan(String... lines) {
    return RetailLines.plan(RetailLines.file(folder, lines));
  }

  private static List<String> cancelled(Plan plan) {
    return plan.buyers().stream()
        .flatMap(Buyer::cancellations)
        .map(each -> each.from().name())
        .toList();
  }
}
