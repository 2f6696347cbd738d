package io.orderingengine.spi;

import java.util.List;

/** An order's row with its lines, in ascending id order, and its payment. */
public record OrderRows(OrderRow order, List<OrderItemRow> items, PaymentRow payment) {}
