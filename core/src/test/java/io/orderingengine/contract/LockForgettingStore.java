package io.orderingengine.contract;

import io.orderingengine.spi.BalanceRow;
import io.orderingengine.spi.Changes;
import io.orderingengine.spi.CouponRow;
import io.orderingengine.spi.Delta;
import io.orderingengine.spi.IssuedCouponChange;
import io.orderingengine.spi.OrderChange;
import io.orderingengine.spi.OrderRows;
import io.orderingengine.spi.OrderingStore;
import io.orderingengine.spi.PaymentChange;
import io.orderingengine.spi.ProductDetailRow;
import io.orderingengine.spi.Row;
import io.orderingengine.spi.RowIds;
import io.orderingengine.spi.RowKeys;
import io.orderingengine.spi.Rows;
import io.orderingengine.spi.StoreTransaction;
import io.orderingengine.spi.Table;
import io.orderingengine.spi.Update;
import java.util.List;
import java.util.Objects;

/**
 * Planted: reads without a lock, and writes what it computed from what it read, over whatever came
 * between. Read, compute, write: the race that every shop's first version has.
 */
final class LockForgettingStore extends PlantedStore {
  LockForgettingStore(OrderingStore store) {
    super(store);
  }

  @Override
  StoreTransaction planted(StoreTransaction transaction) {
    return new StoreTransaction() {
      private Rows seen;

      @Override
      public Rows lock(RowKeys keys) {
        seen = new UnlockedRows(store.queries());
        return seen;
      }

      @Override
      public void write(Changes changes) {
        meet();
        transaction.write(asComputed(changes, seen, transaction.lock(touched(changes))));
      }
    };
  }

  /** What the good store must lock to write at all. */
  private static RowKeys touched(Changes changes) {
    return RowKeys.builder()
        .balances(RowIds.of(changes.balances(), Update::id))
        .issuedCoupons(RowIds.of(changes.issuedCoupons(), Update::id))
        .orders(RowIds.of(changes.orders(), Update::id))
        .coupons(RowIds.of(changes.couponQuantities(), Update::id))
        .productDetails(RowIds.of(changes.stocks(), Update::id))
        .build();
  }

  /** The same changes, so turned that they end at what was computed and that no guard objects. */
  private static Changes asComputed(Changes changes, Rows seen, Rows now) {
    Changes.Builder turned = Changes.builder();
    Table.ALL.forEach(table -> copy(table, changes, turned));
    changes.commandKeys().forEach(turned::commandKey);
    for (Delta delta : changes.balances()) {
      long between = balance(seen, delta) - balance(now, delta);
      turned.moveBalance(delta.id(), delta.amount() + between, delta.at());
    }
    for (Delta delta : changes.couponQuantities()) {
      long between = quantity(seen, delta) - quantity(now, delta);
      turned.moveCouponQuantity(delta.id(), delta.amount() + between, delta.at());
    }
    for (Delta delta : changes.stocks()) {
      long between = stock(seen, delta) - stock(now, delta);
      turned.moveStock(delta.id(), delta.amount() + between, delta.at());
    }
    turnSteps(changes, now, turned);
    return turned.build();
  }

  private static <R extends Row> void copy(
      Table<R> table, Changes changes, Changes.Builder turned) {
    changes.inserts(table).forEach(row -> turned.insert(table, row));
  }

  private static long balance(Rows rows, Delta delta) {
    BalanceRow row = rows.balance(delta.id());
    return Objects.requireNonNull(row).balance();
  }

  private static long quantity(Rows rows, Delta delta) {
    CouponRow row = rows.coupon(delta.id());
    return Objects.requireNonNull(row).quantity();
  }

  private static long stock(Rows rows, Delta delta) {
    ProductDetailRow row = rows.productDetail(delta.id());
    return Objects.requireNonNull(row).stock();
  }

  private static void turnSteps(Changes changes, Rows now, Changes.Builder turned) {
    for (IssuedCouponChange step : changes.issuedCoupons()) {
      var status = Objects.requireNonNull(now.issuedCoupon(step.id())).status();
      turned.change(new IssuedCouponChange(step.id(), status, step.to(), step.usedAt()));
    }
    List<PaymentChange> payments = changes.payments();
    for (OrderChange step : changes.orders()) {
      OrderRows order = Objects.requireNonNull(now.order(step.id()));
      turned.change(
          new OrderChange(
              step.id(),
              order.order().status(),
              step.to(),
              order.order().version(),
              order.order().version() + 1,
              step.at()));
      payments.stream()
          .filter(payment -> payment.id() == order.payment().id())
          .forEach(payment -> turned.change(turned(payment, order)));
    }
  }

  private static PaymentChange turned(PaymentChange step, OrderRows order) {
    return new PaymentChange(
        step.id(), order.payment().status(), step.to(), step.paidAt(), step.at());
  }
}
