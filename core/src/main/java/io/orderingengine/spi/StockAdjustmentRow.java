package io.orderingengine.spi;

import java.time.Instant;

/**
 * A change of a stock that no order made; its opening stock is the first. A stock is the sum of its
 * adjustments less what live orders took.
 *
 * @param units signed
 */
public record StockAdjustmentRow(long id, long productDetailId, long units, Instant createdAt)
    implements Row {}
