package io.orderingengine.internal.command;

import io.orderingengine.catalog.NewOption;
import io.orderingengine.catalog.OutOfStock;
import io.orderingengine.catalog.ProductDetail;
import io.orderingengine.catalog.ProductDetailId;
import io.orderingengine.catalog.StockOutOfRange;
import io.orderingengine.event.EventType;
import io.orderingengine.spi.Changes;
import io.orderingengine.spi.Delta;
import io.orderingengine.spi.EventRow;
import io.orderingengine.spi.ProductDetailRow;
import io.orderingengine.spi.StockAdjustmentRow;
import io.orderingengine.spi.Table;
import java.time.Instant;

/** Adds units to a stock, or takes some away, without an order. */
public record AdjustStock(ProductDetailId id, long units) implements ProductDetailCommand {
  @Override
  public String kind() {
    return "adjust-stock";
  }

  @Override
  public void describe(Content content) {
    content.number(id.value()).number(units);
  }

  @Override
  public int ids() {
    return 2;
  }

  @Override
  public Decision<ProductDetail> decide(ProductDetailRow row, Instant at, Ids ids) {
    if (units < -row.stock()) {
      return Decision.reject(new OutOfStock(id, -units, row.stock()));
    }
    if (units > 0 && units > NewOption.MAX_STOCK - row.stock()) {
      return Decision.reject(new StockOutOfRange(id, row.stock(), units));
    }
    return adjust(row, at, ids);
  }

  private Decision<ProductDetail> adjust(ProductDetailRow row, Instant at, Ids ids) {
    long detail = row.id();
    Changes changes =
        Changes.builder()
            .moveStock(detail, units, at)
            .insert(Table.STOCK_ADJUSTMENTS, new StockAdjustmentRow(ids.next(), detail, units, at))
            .insert(
                Table.EVENTS,
                new EventRow(ids.next(), EventType.STOCK_ADJUSTED, detail, 0, units, 0, at))
            .build();
    return ProductDetailCommand.accept(row.after(new Delta(detail, units, at)), changes);
  }
}
