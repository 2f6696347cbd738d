package io.orderingengine.memory;

import io.orderingengine.spi.BalanceHistoryRow;
import io.orderingengine.spi.BalanceRow;
import io.orderingengine.spi.Row;
import io.orderingengine.spi.Table;
import io.orderingengine.spi.UserRow;
import java.time.Instant;

/**
 * A user with the balance, which is what its lock guards, and with all that is the user's. As in an
 * option's cell, what changes is kept in the cell itself.
 */
@SuppressWarnings("serial")
final class UserCell extends Cell {
  final UserRow user;
  final Timeline<BalanceHistoryRow> history = new Timeline<>(row -> row);
  final Timeline<IssuedCouponCell> coupons = new Timeline<>(IssuedCouponCell::row);
  final Timeline<OrderCell> orders = new Timeline<>(cell -> cell.order);
  private final long id;
  private final Instant createdAt;
  private long balance;
  private long modifiedAt;

  UserCell(UserRow user, BalanceRow balance) {
    this.user = user;
    id = user.id();
    createdAt = balance.createdAt();
    write(balance);
  }

  /** The balance as it stands. */
  BalanceRow balance() {
    return new BalanceRow(id, id, balance, createdAt, Micros.instant(modifiedAt));
  }

  /** The money in the balance. */
  long amount() {
    return balance;
  }

  /** Takes over what may change of a balance. */
  void write(BalanceRow row) {
    balance = row.balance();
    modifiedAt = Micros.of(row.modifiedAt());
  }

  @Override
  public Row row(Table<?> table) {
    return table == Table.BALANCES ? balance() : user;
  }
}
