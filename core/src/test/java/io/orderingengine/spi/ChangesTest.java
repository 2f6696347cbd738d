package io.orderingengine.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderingengine.order.OrderStatus;
import io.orderingengine.order.PaymentStatus;
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
  void stepsOfOneRowBecomeOne() {
    Changes first =
        Changes.builder()
            .change(new PriceChange(2, 10, 11, SOON))
            .change(new SaleChange(2, false, SOON))
            .change(new OrderChange(3, OrderStatus.PLACED, OrderStatus.PAID, 1, 2, SOON))
            .change(new PaymentChange(4, PaymentStatus.PENDING, PaymentStatus.PAID, SOON, SOON))
            .build();
    Changes second =
        Changes.builder()
            .change(new PriceChange(2, 11, 12, LATER))
            .change(new SaleChange(2, true, LATER))
            .change(new OrderChange(3, OrderStatus.PAID, OrderStatus.CANCELLED, 2, 3, LATER))
            .change(new PaymentChange(4, PaymentStatus.PAID, PaymentStatus.REFUNDED, SOON, LATER))
            .build();
    Changes both = Changes.builder().all(first).all(second).build();
    assertThat(both.prices()).containsExactly(new PriceChange(2, 10, 12, LATER));
    assertThat(both.sales()).containsExactly(new SaleChange(2, true, LATER));
    assertThat(both.orders())
        .containsExactly(
            new OrderChange(3, OrderStatus.PLACED, OrderStatus.CANCELLED, 1, 3, LATER));
    assertThat(both.payments())
        .containsExactly(
            new PaymentChange(4, PaymentStatus.PENDING, PaymentStatus.REFUNDED, SOON, LATER));
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
