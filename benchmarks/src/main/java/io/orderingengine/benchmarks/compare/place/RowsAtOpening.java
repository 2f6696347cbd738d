package io.orderingengine.benchmarks.compare.place;

import io.orderingengine.balance.TransactionType;
import io.orderingengine.benchmarks.compare.workload.Opening;
import io.orderingengine.coupon.IssuedCouponStatus;
import io.orderingengine.spi.BalanceHistoryRow;
import io.orderingengine.spi.BalanceRow;
import io.orderingengine.spi.Changes;
import io.orderingengine.spi.CouponRow;
import io.orderingengine.spi.IssuedCouponRow;
import io.orderingengine.spi.OrderingStore;
import io.orderingengine.spi.ProductDetailRow;
import io.orderingengine.spi.ProductRow;
import io.orderingengine.spi.Table;
import io.orderingengine.spi.UserRow;
import java.time.Instant;
import java.util.function.ObjLongConsumer;

/** What {@link OpeningRows} puts into a database, put into a store. */
final class RowsAtOpening {
  private static final int AT_ONCE = 1_000;

  private final Opening opening;
  private final OrderingStore store;

  RowsAtOpening(Opening opening, OrderingStore store) {
    this.opening = opening;
    this.store = store;
  }

  void write() {
    store.reserveIds(Math.toIntExact(opening.firstFreeId() - 1));
    insert(opening.users(), this::user);
    insert(opening.products(), this::product);
    insert(opening.couponKinds(), (changes, n) -> changes.insert(Table.COUPONS, coupon(n)));
    insert(opening.issued(), (changes, n) -> changes.insert(Table.ISSUED_COUPONS, issued(n)));
  }

  /** With the balance and the first row of its history. */
  private void user(Changes.Builder changes, long id) {
    Instant at = Opening.TIME;
    changes.insert(Table.USERS, new UserRow(id, "Ada", null, null, at, at));
    changes.insert(Table.BALANCES, new BalanceRow(id, id, Opening.BALANCE, at, at));
    changes.insert(
        Table.BALANCE_HISTORIES,
        new BalanceHistoryRow(
            opening.beforeHistories() + id, id, null, Opening.BALANCE, TransactionType.CHARGE, at));
  }

  /** With its options. */
  private void product(Changes.Builder changes, long n) {
    long id = opening.beforeProducts() + n;
    changes.insert(
        Table.PRODUCTS, new ProductRow(id, "Acme", "Mug", null, Opening.TIME, Opening.TIME));
    for (int i = 1; i <= Opening.OPTIONS; i++) {
      changes.insert(Table.PRODUCT_DETAILS, option(id, (n - 1) * Opening.OPTIONS + i));
    }
  }

  private ProductDetailRow option(long product, long n) {
    return new ProductDetailRow(
        opening.beforeSkus() + n,
        product,
        "red",
        Opening.price(n),
        Opening.STOCK,
        true,
        null,
        Opening.TIME,
        Opening.TIME);
  }

  private CouponRow coupon(long n) {
    return new CouponRow(
        opening.beforeCoupons() + n,
        Opening.DISCOUNT,
        opening.couponQuantity() - opening.issuedOf(n),
        opening.couponQuantity(),
        Opening.VALIDITY,
        null,
        null,
        null,
        Opening.TIME,
        Opening.TIME);
  }

  private IssuedCouponRow issued(long n) {
    return new IssuedCouponRow(
        opening.beforeIssued() + n,
        opening.owner(n),
        opening.beforeCoupons() + opening.kind(n),
        IssuedCouponStatus.ISSUED,
        null,
        Opening.EXPIRY,
        Opening.TIME);
  }

  private void insert(int size, ObjLongConsumer<Changes.Builder> rows) {
    for (int first = 1; first <= size; first += AT_ONCE) {
      Changes.Builder changes = Changes.builder();
      for (int n = first; n < first + AT_ONCE && n <= size; n++) {
        rows.accept(changes, n);
      }
      store.inTransaction(
          transaction -> {
            transaction.write(changes.build());
            return store;
          });
    }
  }
}
