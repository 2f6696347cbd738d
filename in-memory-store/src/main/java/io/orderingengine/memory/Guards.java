package io.orderingengine.memory;

import io.orderingengine.spi.Changes;
import io.orderingengine.spi.CommandKeyRow;
import io.orderingengine.spi.Delta;
import io.orderingengine.spi.IssuedCouponRow;
import io.orderingengine.spi.Row;
import io.orderingengine.spi.StoreGuardException;
import io.orderingengine.spi.Table;
import io.orderingengine.spi.Update;
import io.orderingengine.spi.UserCoupon;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;

/**
 * What must hold before changes are written: the conditions that they state, and unique keys. They
 * hold for any caller, whether it has locked its rows or not. Used under the commit lock.
 */
final class Guards {
  private final Database database;
  private final Changes changes;

  Guards(Database database, Changes changes) {
    this.database = database;
    this.changes = changes;
  }

  /**
   * Checks all, before anything is written.
   *
   * @throws StoreGuardException if one does not hold
   */
  void check() {
    checkNumbers();
    checkSteps();
    checkIds();
    checkKeys();
  }

  private void checkNumbers() {
    check(UserCell.class, changes.balances(), (cell, delta) -> fits(cell.amount(), delta));
    check(
        CouponCell.class,
        changes.couponQuantities(),
        (cell, delta) -> fits(cell.row.quantity(), delta));
    check(ProductDetailCell.class, changes.stocks(), (cell, delta) -> fits(cell.stock(), delta));
  }

  private static boolean fits(long number, Delta delta) {
    long amount = delta.amount();
    return amount < 0 ? number + amount >= 0 : number <= Long.MAX_VALUE - amount;
  }

  private void checkSteps() {
    check(
        IssuedCouponCell.class,
        changes.issuedCoupons(),
        (cell, step) -> cell.status() == step.from());
    check(
        OrderCell.class,
        changes.orders(),
        (cell, step) ->
            cell.order.status() == step.from() && cell.order.version() == step.fromVersion());
    check(
        PaymentEntry.class,
        changes.payments(),
        (entry, step) -> entry.order().payment.status() == step.from());
    check(ProductDetailCell.class, changes.prices(), (cell, step) -> cell.price() == step.from());
    check(ProductDetailCell.class, changes.sales(), (cell, step) -> true);
  }

  private <C, U extends Update> void check(
      Class<C> type, List<U> updates, BiPredicate<C, U> guard) {
    for (int i = 0; i < updates.size(); i++) {
      C cell = database.find(type, updates.get(i).id());
      if (cell == null || !guard.test(cell, updates.get(i))) {
        throw new StoreGuardException("the row does not meet the guard of " + updates.get(i));
      }
    }
  }

  private void checkIds() {
    for (int i = 0; i < Table.ALL.size(); i++) {
      if (Table.ALL.get(i) != Table.BALANCES) {
        checkIds(changes.inserts(Table.ALL.get(i)));
      }
    }
  }

  private void checkIds(List<? extends Row> rows) {
    long last = 0;
    for (int i = 0; i < rows.size(); i++) {
      checkId(rows.get(i), last);
      last = rows.get(i).id();
    }
  }

  private void checkId(Row row, long last) {
    if (row.id() <= last) {
      throw new IllegalStateException("the id comes twice: " + row);
    }
    if (row.id() >= database.nextId.get()) {
      throw new IllegalStateException("the id was not reserved: " + row);
    }
    if (database.rows.get(row.id()) != null) {
      throw new StoreGuardException("the id is taken: " + row);
    }
  }

  private void checkKeys() {
    for (CommandKeyRow row : changes.commandKeys()) {
      checkKey(database.commandKeys, row.key());
    }
    for (IssuedCouponRow row : changes.inserts(Table.ISSUED_COUPONS)) {
      checkKey(database.userCoupons, new UserCoupon(row.userId(), row.couponId()));
    }
    changes.forEachExternalId((key, id) -> checkKey(database.externalIds, key));
  }

  private static void checkKey(Map<?, ?> taken, Object key) {
    if (taken.containsKey(key)) {
      throw new StoreGuardException("the key is taken: " + key);
    }
  }
}
