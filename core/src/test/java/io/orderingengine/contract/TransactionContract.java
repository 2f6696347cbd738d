package io.orderingengine.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderingengine.catalog.ProductDetailId;
import io.orderingengine.coupon.IssuedCouponId;
import io.orderingengine.coupon.IssuedCouponStatus;
import io.orderingengine.event.EventType;
import io.orderingengine.order.Order;
import io.orderingengine.order.OrderStatus;
import io.orderingengine.order.PaymentStatus;
import io.orderingengine.spi.BalanceRow;
import io.orderingengine.spi.Changes;
import io.orderingengine.spi.CommandKey;
import io.orderingengine.spi.CommandKeyRow;
import io.orderingengine.spi.ContentDigest;
import io.orderingengine.spi.EventRow;
import io.orderingengine.spi.ExternalId;
import io.orderingengine.spi.IssuedCouponChange;
import io.orderingengine.spi.IssuedCouponRow;
import io.orderingengine.spi.OrderChange;
import io.orderingengine.spi.PaymentChange;
import io.orderingengine.spi.PriceChange;
import io.orderingengine.spi.Row;
import io.orderingengine.spi.RowIds;
import io.orderingengine.spi.RowKeys;
import io.orderingengine.spi.Rows;
import io.orderingengine.spi.SaleChange;
import io.orderingengine.spi.StockAdjustmentRow;
import io.orderingengine.spi.StoreConflictException;
import io.orderingengine.spi.Table;
import io.orderingengine.spi.UserCoupon;
import io.orderingengine.spi.UserRow;
import io.orderingengine.user.NewUser;
import io.orderingengine.user.UserId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The store itself, below the engine: transactions, guards, unique keys, ids and chunks. */
public abstract class TransactionContract extends StoreContract {
  private static final RowKeys NO_KEYS = RowKeys.builder().build();

  /** Writes the changes in a transaction that has locked nothing: the guards alone protect. */
  private void write(Changes changes) {
    store.inTransaction(
        transaction -> {
          transaction.lock(NO_KEYS);
          transaction.write(changes);
          return true;
        });
  }

  private void assertConflict(Changes changes) {
    List<Row> before = rows();
    assertThatThrownBy(() -> write(changes)).isInstanceOf(StoreConflictException.class);
    assertThat(rows()).as("rows after the conflict").isEqualTo(before);
  }

  private static Changes.Builder changes() {
    return Changes.builder();
  }

  @Test
  void workThatThrowsLeavesNothing() {
    ProductDetailId red = option(10, 5);
    RowKeys keys = RowKeys.builder().productDetails(RowIds.of(red.value())).build();
    List<Row> before = rows();
    Changes taken = changes().moveStock(red.value(), -1, START).build();
    assertThatThrownBy(
            () ->
                store.inTransaction(
                    transaction -> {
                      transaction.lock(keys);
                      transaction.write(taken);
                      throw new IllegalStateException("planted");
                    }))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("planted");
    assertThat(rows()).isEqualTo(before);
    assertThat(engine.orders().checkout(cart(user(99), red, 5)).isAccepted())
        .as("the lock was given back")
        .isTrue();
  }

  @Test
  void noNumberFallsBelowZero() {
    UserId ada = user(5);
    ProductDetailId red = option(10, 5);
    long coupon = coupon(1, 5).value();
    assertConflict(changes().moveBalance(ada.value(), -6, START).build());
    assertConflict(changes().moveStock(red.value(), -6, START).build());
    assertConflict(changes().moveCouponQuantity(coupon, -6, START).build());
    assertConflict(
        changes().moveStock(red.value(), -3, START).moveStock(red.value(), -3, START).build());
    assertConflict(changes().moveStock(Long.MAX_VALUE, 1, START).build());
    assertConflict(changes().moveStock(red.value(), Long.MAX_VALUE, START).build());
  }

  @Test
  void aConflictUndoesWhatStoodBeforeIt() {
    ProductDetailId red = option(10, 5);
    ProductDetailId blue = option(10, 5);
    assertConflict(
        changes()
            .moveStock(red.value(), 3, START)
            .insert(Table.EVENTS, event(store.reserveIds(1)))
            .moveStock(blue.value(), -6, START)
            .build());
  }

  private static EventRow event(long id) {
    return new EventRow(id, EventType.STOCK_ADJUSTED, 1, 0, 0, 0, START);
  }

  @Test
  void aStatusMovesOnlyFromWhereItIs() {
    UserId ada = user(100);
    IssuedCouponId coupon = issued(ada, 1);
    Order order = engine.orders().place(cart(ada, option(10, 5), 1)).orElseThrow();
    long id = order.id().value();
    assertConflict(
        changes()
            .change(
                new IssuedCouponChange(
                    coupon.value(), IssuedCouponStatus.USED, IssuedCouponStatus.ISSUED, null))
            .build());
    assertConflict(
        changes()
            .change(new OrderChange(id, OrderStatus.PAID, OrderStatus.CANCELLED, 1, 2, START))
            .build());
    assertConflict(
        changes()
            .change(new OrderChange(id, OrderStatus.PLACED, OrderStatus.PAID, 2, 3, START))
            .build());
    assertConflict(
        changes()
            .change(
                new PaymentChange(
                    order.payment().id().value(),
                    PaymentStatus.PAID,
                    PaymentStatus.REFUNDED,
                    null,
                    START))
            .build());
  }

  @Test
  void aPriceMovesOnlyFromWhereItIs() {
    long red = option(10, 5).value();
    assertConflict(changes().change(new PriceChange(red, 9, 11, START)).build());
    assertConflict(changes().change(new SaleChange(Long.MAX_VALUE, true, START)).build());
  }

  @Test
  void anIdIsTakenOnce() {
    long id = store.reserveIds(1);
    write(changes().insert(Table.EVENTS, event(id)).build());
    assertConflict(changes().insert(Table.EVENTS, event(id)).build());
  }

  @Test
  void aCommandKeyIsTakenOnce() {
    CommandKeyRow row = keyRow("k");
    assertConflict(changes().commandKey(row).commandKey(row).build());
    write(changes().commandKey(row).build());
    assertConflict(changes().commandKey(row).build());
    write(changes().commandKey(keyRow("K")).build());
    assertThat(store.queries().commandKey(row.key())).isEqualTo(row);
    assertThat(store.queries().commandKey(keyRow("other").key())).isNull();
  }

  private static CommandKeyRow keyRow(String key) {
    return new CommandKeyRow(
        new CommandKey(7, "order", key), new ContentDigest(1, -2, 3, Long.MIN_VALUE), 9, START);
  }

  @Test
  void anExternalIdIsTakenOnce() {
    engine.users().register(NewUser.named("Ada").externalId("u-1")).orElseThrow();
    long id = store.reserveIds(1);
    assertConflict(
        changes()
            .insert(Table.USERS, new UserRow(id, "Bob", null, "u-1", START, START))
            .insert(Table.BALANCES, new BalanceRow(id, id, 0, START, START))
            .build());
  }

  @Test
  void aUserHoldsOneCouponOfAKind() {
    UserId ada = user(0);
    long coupon = coupon(1, 5).value();
    var held =
        new IssuedCouponRow(
            store.reserveIds(2),
            ada.value(),
            coupon,
            IssuedCouponStatus.ISSUED,
            null,
            START,
            START);
    var second =
        new IssuedCouponRow(
            held.id() + 1, ada.value(), coupon, IssuedCouponStatus.ISSUED, null, START, START);
    Changes first =
        changes().insert(Table.ISSUED_COUPONS, held).moveCouponQuantity(coupon, -1, START).build();
    write(first);
    assertConflict(
        changes()
            .insert(Table.ISSUED_COUPONS, second)
            .moveCouponQuantity(coupon, -1, START)
            .build());
  }

  @Test
  void aLockHandsBackEveryRowThatIsNamed() {
    UserId ada = user(100);
    ProductDetailId red = option(10, 5);
    IssuedCouponId coupon = issued(ada, 3);
    Order order = engine.orders().place(cart(ada, red, 1).key("k").externalId("x")).orElseThrow();
    long couponId = engine.coupons().findIssued(coupon).orElseThrow().couponId().value();
    long product = engine.catalog().findDetail(red).orElseThrow().productId().value();
    var key = new CommandKey(ada.value(), "order", "k");
    var named = new ExternalId(ExternalId.Kind.ORDER, "x");
    var held = new UserCoupon(ada.value(), couponId);
    RowKeys keys =
        RowKeys.builder()
            .balances(RowIds.of(ada.value()))
            .issuedCoupons(RowIds.of(coupon.value()))
            .orders(RowIds.of(order.id().value()))
            .coupons(RowIds.of(couponId))
            .productDetails(RowIds.of(red.value()))
            .users(RowIds.of(ada.value()))
            .products(RowIds.of(product))
            .userCoupon(held)
            .commandKey(key)
            .externalId(named)
            .build();
    store.inTransaction(
        transaction -> {
          Rows rows = transaction.lock(keys);
          assertThat(rows.balance(ada.value())).isEqualTo(store.queries().balance(ada.value()));
          assertThat(rows.issuedCoupon(coupon.value()))
              .isEqualTo(store.queries().issuedCoupon(coupon.value()))
              .isEqualTo(rows.issuedCoupon(held));
          assertThat(rows.discountPrice(coupon.value())).isEqualTo(3);
          assertThat(rows.order(order.id().value()))
              .isEqualTo(store.queries().order(order.id().value()));
          assertThat(rows.coupon(couponId)).isEqualTo(store.queries().coupon(couponId));
          assertThat(rows.productDetail(red.value()))
              .isEqualTo(store.queries().productDetail(red.value()));
          assertThat(rows.user(ada.value())).isEqualTo(store.queries().user(ada.value()));
          assertThat(rows.product(product)).isEqualTo(store.queries().product(product).product());
          assertThat(rows.commandKey(key)).isEqualTo(store.queries().commandKey(key)).isNotNull();
          assertThat(rows.idOf(named)).isEqualTo(order.id().value());
          return true;
        });
  }

  @Test
  void aRowThatIsNotThereIsNull() {
    long none = Long.MAX_VALUE;
    RowIds ids = RowIds.of(none);
    RowKeys keys =
        RowKeys.builder()
            .balances(ids)
            .issuedCoupons(ids)
            .orders(ids)
            .coupons(ids)
            .productDetails(ids)
            .users(ids)
            .products(ids)
            .userCoupon(new UserCoupon(none, none))
            .commandKey(keyRow("none").key())
            .externalId(new ExternalId(ExternalId.Kind.COUPON, "none"))
            .build();
    store.inTransaction(
        transaction -> {
          Rows rows = transaction.lock(keys);
          assertThat(rows.balance(none)).isNull();
          assertThat(rows.issuedCoupon(none)).isNull();
          assertThat(rows.discountPrice(none)).isZero();
          assertThat(rows.order(none)).isNull();
          assertThat(rows.coupon(none)).isNull();
          assertThat(rows.productDetail(none)).isNull();
          assertThat(rows.user(none)).isNull();
          assertThat(rows.product(none)).isNull();
          assertThat(rows.issuedCoupon(new UserCoupon(none, none))).isNull();
          assertThat(rows.commandKey(keyRow("none").key())).isNull();
          assertThat(rows.idOf(new ExternalId(ExternalId.Kind.COUPON, "none"))).isNull();
          return true;
        });
  }

  @Test
  void aRowThatWasNotNamedIsAnError() {
    long ada = user(0).value();
    long red = option(1, 1).value();
    store.inTransaction(
        transaction -> {
          Rows rows = transaction.lock(NO_KEYS);
          assertThatThrownBy(() -> rows.balance(ada)).isInstanceOf(IllegalStateException.class);
          assertThatThrownBy(() -> rows.productDetail(red))
              .isInstanceOf(IllegalStateException.class);
          assertThatThrownBy(() -> rows.user(ada)).isInstanceOf(IllegalStateException.class);
          assertThatThrownBy(() -> rows.commandKey(keyRow("k").key()))
              .isInstanceOf(IllegalStateException.class);
          return true;
        });
  }

  @Test
  void idsAreReservedOnce() {
    List<Long> firsts =
        Crowd.of(
                8,
                i -> {
                  List<Long> own = new ArrayList<>();
                  for (int call = 0; call < 100; call++) {
                    own.add(store.reserveIds(3));
                  }
                  return own;
                })
            .stream()
            .flatMap(List::stream)
            .toList();
    Set<Long> ids = new HashSet<>();
    firsts.forEach(first -> ids.addAll(List.of(first, first + 1, first + 2)));
    assertThat(ids).hasSize(8 * 100 * 3).allMatch(id -> id > 0);
  }

  @Test
  void chunksWalkThroughATable() {
    long red = option(10, 5).value();
    long first = store.reserveIds(7);
    Changes.Builder seven = changes();
    for (long id = first; id < first + 7; id++) {
      seven.insert(Table.STOCK_ADJUSTMENTS, new StockAdjustmentRow(id, red, 1, START));
    }
    write(seven.moveStock(red, 7, START).build());
    List<StockAdjustmentRow> seen = new ArrayList<>();
    long after = first - 1;
    List<StockAdjustmentRow> chunk = store.queries().chunk(Table.STOCK_ADJUSTMENTS, after, 3);
    while (!chunk.isEmpty()) {
      assertThat(chunk).hasSizeLessThanOrEqualTo(3);
      seen.addAll(chunk);
      after = chunk.get(chunk.size() - 1).id();
      chunk = store.queries().chunk(Table.STOCK_ADJUSTMENTS, after, 3);
    }
    assertThat(seen).isEqualTo(seven(first, red));
  }

  private static List<StockAdjustmentRow> seven(long first, long option) {
    List<StockAdjustmentRow> rows = new ArrayList<>();
    for (long id = first; id < first + 7; id++) {
      rows.add(new StockAdjustmentRow(id, option, 1, START));
    }
    return rows;
  }
}
