package io.orderingengine.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderingengine.coupon.IssuedCouponId;
import io.orderingengine.coupon.IssuedCouponStatus;
import io.orderingengine.event.EventType;
import io.orderingengine.order.Order;
import io.orderingengine.order.OrderStatus;
import io.orderingengine.spi.Changes;
import io.orderingengine.spi.EventRow;
import io.orderingengine.spi.IssuedCouponChange;
import io.orderingengine.spi.OrderChange;
import io.orderingengine.spi.OrderItemRow;
import io.orderingengine.spi.RowKeys;
import io.orderingengine.spi.Table;
import io.orderingengine.user.UserId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The proof that rows add up, on rows that were bent behind the engine's back: it must object. */
public abstract class ConservationContract {
  /** A fresh set of rows. */
  protected abstract StoreFixture newFixture();

  private Shop shop;

  /** A store contract's engine and helpers, without its proof at the end. */
  private static final class Shop extends StoreContract {
    private final StoreFixture rows;

    Shop(StoreFixture rows) {
      this.rows = rows;
    }

    @Override
    protected StoreFixture newFixture() {
      return rows;
    }
  }

  @BeforeEach
  void open() {
    shop = new Shop(newFixture());
    shop.open();
  }

  @AfterEach
  void close() {
    shop.engine.close();
    shop.fixture.close();
  }

  private void assertDrift(Changes bent, String words) {
    assertThat(Conservation.drifts(shop.store)).isEmpty();
    shop.store.inTransaction(
        transaction -> {
          transaction.lock(RowKeys.builder().build());
          transaction.write(bent);
          return true;
        });
    assertThat(Conservation.drifts(shop.store)).anyMatch(drift -> drift.contains(words));
  }

  private static Changes.Builder changes() {
    return Changes.builder();
  }

  @Test
  void aBalanceWithoutItsEntry() {
    long ada = shop.user(5).value();
    assertDrift(changes().moveBalance(ada, 1, StoreContract.START).build(), "balance " + ada);
  }

  @Test
  void aStockWithoutItsAdjustment() {
    long red = shop.option(1, 5).value();
    assertDrift(changes().moveStock(red, -1, StoreContract.START).build(), "stock " + red);
  }

  @Test
  void aCouponThatWentToNobody() {
    long coupon = shop.coupon(1, 5).value();
    assertDrift(
        changes().moveCouponQuantity(coupon, -1, StoreContract.START).build(),
        "quantity of coupon " + coupon);
  }

  @Test
  void aCouponUsedByNoOrder() {
    IssuedCouponId issued = shop.issued(shop.user(0), 1);
    var used =
        new IssuedCouponChange(
            issued.value(),
            IssuedCouponStatus.ISSUED,
            IssuedCouponStatus.USED,
            StoreContract.START);
    assertDrift(changes().change(used).build(), "uses of issued coupon " + issued);
  }

  private Order placed() {
    UserId ada = shop.user(100);
    return shop.engine.orders().place(StoreContract.cart(ada, shop.option(10, 5), 2)).orElseThrow();
  }

  @Test
  void anOrderPaidWithoutItsPayment() {
    Order order = placed();
    var paid =
        new OrderChange(
            order.id().value(), OrderStatus.PLACED, OrderStatus.PAID, 1, 2, StoreContract.START);
    assertDrift(changes().change(paid).build(), "status of payment " + order.payment().id());
  }

  @Test
  void anOrderChangedWithoutItsEvent() {
    Order order = placed();
    var event =
        new EventRow(
            shop.store.reserveIds(1),
            EventType.ORDER_PAID,
            order.id().value(),
            order.userId().value(),
            20,
            2,
            StoreContract.START);
    assertDrift(changes().insert(Table.EVENTS, event).build(), "the events of order " + order.id());
  }

  @Test
  void anItemThatNobodyPaysFor() {
    Order order = placed();
    long red = order.items().get(0).productDetailId().value();
    var item =
        new OrderItemRow(
            shop.store.reserveIds(1),
            order.id().value(),
            red,
            10,
            1,
            0,
            StoreContract.START,
            StoreContract.START);
    Changes bent =
        changes().insert(Table.ORDER_ITEMS, item).moveStock(red, -1, StoreContract.START).build();
    assertDrift(bent, "total of order " + order.id());
  }
}
