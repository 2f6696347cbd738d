package io.orderingengine.memory;

import io.orderingengine.spi.BalanceHistoryRow;
import io.orderingengine.spi.BalanceRow;
import io.orderingengine.spi.Changes;
import io.orderingengine.spi.IssuedCouponRow;
import io.orderingengine.spi.OrderItemRow;
import io.orderingengine.spi.OrderRow;
import io.orderingengine.spi.PaymentRow;
import io.orderingengine.spi.ProductDetailRow;
import io.orderingengine.spi.Row;
import io.orderingengine.spi.Table;
import java.util.BitSet;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * What new rows are kept under: it is there already, or comes with them; and what is one to one
 * comes together. A breach is a bug of the caller, found before anything is written. Needs no lock:
 * what a row can be kept under stays for ever.
 */
final class References {
  private final Database database;
  private final Changes changes;

  References(Database database, Changes changes) {
    this.database = database;
    this.changes = changes;
  }

  /**
   * Checks all.
   *
   * @throws IllegalStateException if a row refers to nothing
   */
  void check() {
    check(Table.BALANCE_HISTORIES, BalanceHistoryRow::balanceId, Table.USERS, UserCell.class);
    check(Table.ISSUED_COUPONS, IssuedCouponRow::userId, Table.USERS, UserCell.class);
    check(Table.ISSUED_COUPONS, IssuedCouponRow::couponId, Table.COUPONS, CouponCell.class);
    check(Table.PRODUCT_DETAILS, ProductDetailRow::productId, Table.PRODUCTS, ProductEntry.class);
    check(Table.ORDERS, OrderRow::userId, Table.USERS, UserCell.class);
    check(Table.ORDER_ITEMS, OrderItemRow::orderId, Table.ORDERS, OrderCell.class);
    checkPairs(Table.USERS, Table.BALANCES, BalanceRow::userId);
    checkPairs(Table.ORDERS, Table.PAYMENTS, PaymentRow::orderId);
  }

  private <C extends Row, P extends Row> void check(
      Table<C> children, ToLongFunction<C> reference, Table<P> parents, Class<?> type) {
    List<P> added = changes.inserts(parents);
    List<C> rows = changes.inserts(children);
    for (int i = 0; i < rows.size(); i++) {
      long parent = reference.applyAsLong(rows.get(i));
      if (!Ascending.contains(added, parent) && database.find(type, parent) == null) {
        throw new IllegalStateException(
            "there is no " + parents + " " + parent + " for " + rows.get(i));
      }
    }
  }

  private <A extends Row, B extends Row> void checkPairs(
      Table<A> table, Table<B> other, ToLongFunction<B> reference) {
    List<A> rows = changes.inserts(table);
    List<B> others = changes.inserts(other);
    if (rows.isEmpty() && others.isEmpty()) {
      return;
    }
    var met = new BitSet(rows.size());
    for (B row : others) {
      int index = Ascending.indexOf(rows, reference.applyAsLong(row));
      if (index >= 0) {
        met.set(index);
      }
    }
    if (others.size() != rows.size() || met.cardinality() != rows.size()) {
      throw new IllegalStateException("each " + table + " comes with its " + other);
    }
  }
}
