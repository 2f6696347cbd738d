package io.orderingengine.memory;

import io.orderingengine.spi.BalanceHistoryRow;
import io.orderingengine.spi.BalanceRow;
import io.orderingengine.spi.Row;
import io.orderingengine.spi.Table;
import io.orderingengine.spi.UserRow;

/** A user with the balance, which is what its lock guards, and with all that is the user's. */
@SuppressWarnings("serial")
final class UserCell extends Cell {
  final UserRow user;
  BalanceRow balance;
  final Timeline<BalanceHistoryRow> history = new Timeline<>(row -> row);
  final Timeline<IssuedCouponCell> coupons = new Timeline<>(cell -> cell.row);
  final Timeline<OrderCell> orders = new Timeline<>(cell -> cell.order);

  UserCell(UserRow user, BalanceRow balance) {
    this.user = user;
    this.balance = balance;
  }

  @Override
  public Row row(Table<?> table) {
    return table == Table.BALANCES ? balance : user;
  }
}
