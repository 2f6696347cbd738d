package io.orderingengine.internal.command;

import io.orderingengine.catalog.ProductDetail;
import io.orderingengine.catalog.ProductDetailId;
import io.orderingengine.event.EventType;
import io.orderingengine.spi.Changes;
import io.orderingengine.spi.EventRow;
import io.orderingengine.spi.ProductDetailRow;
import io.orderingengine.spi.SaleChange;
import io.orderingengine.spi.Table;
import java.time.Instant;

/** Opens an option for orders, or closes it. What it is already is no change. */
public record SetOnSale(ProductDetailId id, boolean onSale) implements ProductDetailCommand {
  @Override
  public String kind() {
    return "set-on-sale";
  }

  @Override
  public void describe(Content content) {
    content.number(id.value()).flag(onSale);
  }

  @Override
  public int ids() {
    return 1;
  }

  @Override
  public Decision<ProductDetail> decide(ProductDetailRow row, Instant at, Ids ids) {
    if (row.onSale() == onSale) {
      return ProductDetailCommand.accept(row, Changes.none());
    }
    var change = new SaleChange(row.id(), onSale, at);
    EventType type = onSale ? EventType.SALE_OPENED : EventType.SALE_CLOSED;
    var event = new EventRow(ids.next(), type, row.id(), 0, 0, 0, at);
    return ProductDetailCommand.accept(
        row.after(change), Changes.builder().change(change).insert(Table.EVENTS, event).build());
  }
}
