package io.orderingengine.internal.command;

import io.orderingengine.catalog.NewOption;
import io.orderingengine.event.EventType;
import io.orderingengine.spi.Changes;
import io.orderingengine.spi.EventRow;
import io.orderingengine.spi.ProductDetailRow;
import io.orderingengine.spi.StockAdjustmentRow;
import io.orderingengine.spi.Table;
import java.time.Instant;

/** What a new option writes: its row, its opening stock as the first adjustment, its event. */
final class OptionRows {
  /** The ids that one option needs. */
  static final int IDS = 3;

  private OptionRows() {}

  static void describe(NewOption option, Content content) {
    content.text(option.optionValue()).number(option.price().amount());
    content.number(option.stock()).text(option.externalId());
  }

  static ProductDetailRow insert(
      long productId, NewOption option, Instant now, Ids ids, Changes.Builder changes) {
    long id = ids.next();
    long stock = option.stock();
    var row =
        new ProductDetailRow(
            id,
            productId,
            option.optionValue(),
            option.price().amount(),
            stock,
            true,
            option.externalId(),
            now,
            now);
    changes.insert(Table.PRODUCT_DETAILS, row);
    changes.insert(Table.STOCK_ADJUSTMENTS, new StockAdjustmentRow(ids.next(), id, stock, now));
    changes.insert(
        Table.EVENTS, new EventRow(ids.next(), EventType.OPTION_ADDED, id, 0, stock, 0, now));
    return row;
  }
}
