package io.orderingengine.internal.command;

import io.orderingengine.catalog.ProductDetail;
import io.orderingengine.catalog.ProductDetailId;
import io.orderingengine.event.EventType;
import io.orderingengine.spi.Changes;
import io.orderingengine.spi.EventRow;
import io.orderingengine.spi.PriceChange;
import io.orderingengine.spi.ProductDetailRow;
import io.orderingengine.spi.Table;
import io.orderingengine.value.Money;
import java.time.Instant;

/** Sets the price of one unit. The price that it has already is no change. */
public record ChangePrice(ProductDetailId id, Money price) implements ProductDetailCommand {
  @Override
  public String kind() {
    return "change-price";
  }

  @Override
  public void describe(Content content) {
    content.number(id.value()).number(price.amount());
  }

  @Override
  public int ids() {
    return 1;
  }

  @Override
  public Decision<ProductDetail> decide(ProductDetailRow row, Instant at, Ids ids) {
    if (row.price() == price.amount()) {
      return ProductDetailCommand.accept(row, Changes.none());
    }
    var change = new PriceChange(row.id(), row.price(), price.amount(), at);
    var event =
        new EventRow(ids.next(), EventType.PRICE_CHANGED, row.id(), 0, price.amount(), 0, at);
    return ProductDetailCommand.accept(
        row.after(change), Changes.builder().change(change).insert(Table.EVENTS, event).build());
  }
}
