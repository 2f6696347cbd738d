package io.orderingengine.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class ChangesTest {
  private static final Instant SOON = Instant.parse("2026-03-01T10:00:00Z");
  private static final Instant LATER = SOON.plusSeconds(1);

  @Test
  void movesOfOneRowAreSummedAndAscend() {
    Changes changes =
        Changes.builder()
            .moveStock(9, -1, SOON)
            .moveStock(3, 5, SOON)
            .moveStock(9, -2, LATER)
            .moveStock(9, 1, SOON)
            .build();
    assertThat(changes.stocks()).containsExactly(new Delta(3, 5, SOON), new Delta(9, -2, LATER));
  }

  @Test
  void aSumThatOverflowsIsAnError() {
    Changes.Builder twice =
        Changes.builder().moveBalance(1, Long.MAX_VALUE, SOON).moveBalance(1, 1, SOON);
    assertThatThrownBy(twice::build).isInstanceOf(ArithmeticException.class);
  }

  @Test
  void aBuilderBeginsWithAllOfTheChanges() {
    var row = new StockAdjustmentRow(1, 2, 3, SOON);
    Changes changes =
        Changes.builder()
            .moveStock(2, 3, SOON)
            .moveBalance(4, 5, SOON)
            .moveCouponQuantity(6, 7, SOON)
            .change(new SaleChange(2, true, SOON))
            .change(new PriceChange(2, 1, 2, SOON))
            .insert(Table.STOCK_ADJUSTMENTS, row)
            .build();
    Changes copy = Changes.builder().all(changes).build();
    assertThat(copy).usingRecursiveComparison().isEqualTo(changes);
    assertThat(copy.inserts(Table.STOCK_ADJUSTMENTS)).containsExactly(row);
  }

  @Test
  void nothingIsEmptyAndSomethingIsNot() {
    assertThat(Changes.none().isEmpty()).isTrue();
    assertThat(Changes.builder().moveStock(1, 1, SOON).build().isEmpty()).isFalse();
    assertThat(Changes.builder().change(new SaleChange(2, true, SOON)).build().isEmpty()).isFalse();
  }

  @Test
  void everyTableStandsAtItsOrdinal() {
    for (int i = 0; i < Table.ALL.size(); i++) {
      assertThat(Table.ALL.get(i).ordinal()).isEqualTo(i);
    }
  }
}
