package io.orderingengine.memory;

import io.orderingengine.memory.Database.Expiry;
import io.orderingengine.order.OrderStatus;
import io.orderingengine.spi.BalanceHistoryRow;
import io.orderingengine.spi.BalanceRow;
import io.orderingengine.spi.Changes;
import io.orderingengine.spi.CouponRow;
import io.orderingengine.spi.Delta;
import io.orderingengine.spi.IssuedCouponChange;
import io.orderingengine.spi.IssuedCouponRow;
import io.orderingengine.spi.OrderChange;
import io.orderingengine.spi.OrderItemRow;
import io.orderingengine.spi.OrderRow;
import io.orderingengine.spi.PaymentChange;
import io.orderingengine.spi.PaymentRow;
import io.orderingengine.spi.PriceChange;
import io.orderingengine.spi.ProductDetailRow;
import io.orderingengine.spi.ProductRow;
import io.orderingengine.spi.Row;
import io.orderingengine.spi.SaleChange;
import io.orderingengine.spi.Table;
import io.orderingengine.spi.UserCoupon;
import io.orderingengine.spi.UserRow;
import java.util.List;
import java.util.Objects;

/**
 * Writes changes whose guards hold. All that can be done before the commit lock is taken is done by
 * the constructor; {@link #run} is for the holder of the lock. A cell is made whole before it is
 * put under its id, for whoever reads facts without the commit lock.
 */
final class Commit {
  private final Database database;
  private final Changes changes;
  private final OrderCell[] orders;

  Commit(Database database, Changes changes) {
    this.database = database;
    this.changes = changes;
    new References(database, changes).check();
    DistinctKeys.check(changes);
    orders = orders();
  }

  private OrderCell[] orders() {
    List<OrderRow> rows = changes.inserts(Table.ORDERS);
    OrderCell[] cells = new OrderCell[rows.size()];
    for (PaymentRow payment : changes.inserts(Table.PAYMENTS)) {
      int index = Ascending.indexOf(rows, payment.orderId());
      cells[index] = new OrderCell(rows.get(index), payment);
    }
    return cells;
  }

  void run() {
    new Guards(database, changes).check();
    insertUsers();
    insertCatalog();
    insertCoupons();
    insertOrders();
    insertAll(Table.EVENTS);
    insertAll(Table.STOCK_ADJUSTMENTS);
    // Keys before external ids: a transaction looks them up the other way round.
    changes.commandKeys().forEach(row -> database.commandKeys.put(row.key(), row));
    changes.forEachExternalId(database.externalIds::put);
    update();
  }

  private <R extends Row> void insertAll(Table<R> table) {
    List<R> rows = changes.inserts(table);
    for (int i = 0; i < rows.size(); i++) {
      database.rows.put(rows.get(i).id(), rows.get(i));
    }
  }

  private void insertUsers() {
    List<UserRow> users = changes.inserts(Table.USERS);
    for (BalanceRow balance : changes.inserts(Table.BALANCES)) {
      UserRow user = users.get(Ascending.indexOf(users, balance.userId()));
      database.rows.put(user.id(), new UserCell(user, balance));
    }
    insertAll(Table.BALANCE_HISTORIES);
    for (BalanceHistoryRow row : changes.inserts(Table.BALANCE_HISTORIES)) {
      cell(UserCell.class, row.balanceId()).history.add(row);
    }
  }

  private void insertCatalog() {
    for (ProductRow row : changes.inserts(Table.PRODUCTS)) {
      var product = new ProductEntry(row);
      database.rows.put(row.id(), product);
      database.products.add(product);
    }
    for (ProductDetailRow row : changes.inserts(Table.PRODUCT_DETAILS)) {
      var detail = new ProductDetailCell(row);
      database.rows.put(row.id(), detail);
      cell(ProductEntry.class, row.productId()).details.add(detail);
    }
  }

  private void insertCoupons() {
    for (CouponRow row : changes.inserts(Table.COUPONS)) {
      var coupon = new CouponCell(row);
      database.rows.put(row.id(), coupon);
      database.coupons.add(coupon);
    }
    for (IssuedCouponRow row : changes.inserts(Table.ISSUED_COUPONS)) {
      long discountPrice = cell(CouponCell.class, row.couponId()).row.discountPrice();
      var issued = new IssuedCouponCell(row, discountPrice);
      database.rows.put(row.id(), issued);
      database.userCoupons.put(new UserCoupon(row.userId(), row.couponId()), issued);
      cell(UserCell.class, row.userId()).coupons.add(issued);
    }
  }

  private void insertOrders() {
    for (OrderItemRow item : changes.inserts(Table.ORDER_ITEMS)) {
      int index = Ascending.indexOf(changes.inserts(Table.ORDERS), item.orderId());
      OrderCell cell = index < 0 ? cell(OrderCell.class, item.orderId()) : orders[index];
      cell.items.add(item);
      database.rows.put(item.id(), item);
    }
    for (OrderCell cell : orders) {
      insert(cell);
    }
  }

  private void insert(OrderCell cell) {
    OrderRow order = cell.order;
    database.rows.put(order.id(), cell);
    database.rows.put(cell.payment.id(), new PaymentEntry(cell));
    cell(UserCell.class, order.userId()).orders.add(cell);
    if (order.status() == OrderStatus.PLACED && order.expiresAt() != null) {
      database.expiring.put(new Expiry(order.expiresAt(), order.id()), cell);
    }
  }

  private void update() {
    for (Delta delta : changes.balances()) {
      UserCell cell = cell(UserCell.class, delta.id());
      cell.write(cell.balance().after(delta));
    }
    for (Delta delta : changes.couponQuantities()) {
      CouponCell cell = cell(CouponCell.class, delta.id());
      cell.row = cell.row.after(delta);
    }
    for (IssuedCouponChange step : changes.issuedCoupons()) {
      IssuedCouponCell cell = cell(IssuedCouponCell.class, step.id());
      cell.write(cell.row().after(step));
    }
    updateDetails();
    changes.orders().forEach(this::update);
    for (PaymentChange step : changes.payments()) {
      OrderCell cell = cell(PaymentEntry.class, step.id()).order();
      cell.payment = cell.payment.after(step);
    }
  }

  private void updateDetails() {
    for (Delta delta : changes.stocks()) {
      ProductDetailCell cell = cell(ProductDetailCell.class, delta.id());
      cell.write(cell.row().after(delta));
    }
    for (PriceChange step : changes.prices()) {
      ProductDetailCell cell = cell(ProductDetailCell.class, step.id());
      cell.write(cell.row().after(step));
    }
    for (SaleChange step : changes.sales()) {
      ProductDetailCell cell = cell(ProductDetailCell.class, step.id());
      cell.write(cell.row().after(step));
    }
  }

  private void update(OrderChange step) {
    OrderCell cell = cell(OrderCell.class, step.id());
    OrderRow before = cell.order;
    cell.order = before.after(step);
    if (before.expiresAt() != null) {
      database.expiring.remove(new Expiry(before.expiresAt(), before.id()));
    }
  }

  private <C> C cell(Class<C> type, long id) {
    return Objects.requireNonNull(database.find(type, id));
  }
}
