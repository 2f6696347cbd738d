package io.orderingengine.memory;

import io.orderingengine.spi.OrderItemRow;
import io.orderingengine.spi.OrderRow;
import io.orderingengine.spi.OrderRows;
import io.orderingengine.spi.PaymentRow;
import io.orderingengine.spi.Row;
import io.orderingengine.spi.Table;
import java.util.ArrayList;
import java.util.List;

/** An order with its lines and its payment, which its lock guards too. */
@SuppressWarnings("serial")
final class OrderCell extends Cell {
  OrderRow order;
  PaymentRow payment;
  final List<OrderItemRow> items = new ArrayList<>(3);

  OrderCell(OrderRow order, PaymentRow payment) {
    this.order = order;
    this.payment = payment;
  }

  OrderRows rows() {
    return new OrderRows(order, List.copyOf(items), payment);
  }

  @Override
  public Row row(Table<?> table) {
    return order;
  }
}
