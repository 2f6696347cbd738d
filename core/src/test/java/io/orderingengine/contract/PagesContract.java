package io.orderingengine.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderingengine.balance.BalanceHistory;
import io.orderingengine.catalog.Product;
import io.orderingengine.coupon.Coupon;
import io.orderingengine.coupon.IssuedCoupon;
import io.orderingengine.order.Order;
import io.orderingengine.user.UserId;
import io.orderingengine.value.Money;
import io.orderingengine.value.Page;
import io.orderingengine.value.PageRequest;
import io.orderingengine.value.Position;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/**
 * Every list, in pages of every size and in both directions, with rows of equal times among them.
 */
public abstract class PagesContract extends StoreContract {
  private static final int ROWS = 7;

  /**
   * The clock for the row of a number: rows come in pairs of one time, and one comes out of turn.
   */
  private void timeOf(int row) {
    Duration late = Duration.ofSeconds(row == 5 ? 0 : row / 2);
    clock.set(START.plus(Duration.ofHours(1)).plus(late));
  }

  private <T> void assertPages(
      Function<PageRequest, Page<T>> list, Function<T, Position> place, int rows) {
    List<T> all = list.apply(PageRequest.oldestFirst(PageRequest.MAX_SIZE)).items();
    assertThat(all).hasSize(rows).isSortedAccordingTo(Comparator.comparing(place));
    List<T> reversed = new ArrayList<>(all);
    Collections.reverse(reversed);
    for (int size = 1; size <= rows; size++) {
      assertThat(walk(list, PageRequest.oldestFirst(size))).isEqualTo(all);
      assertThat(walk(list, PageRequest.newestFirst(size))).isEqualTo(reversed);
    }
    Position first = place.apply(all.get(0));
    PageRequest beyond =
        PageRequest.oldestFirst(9).after(new Position(START.plus(Duration.ofDays(9)), 1));
    assertThat(list.apply(beyond).items()).isEmpty();
    PageRequest afterTheTime =
        PageRequest.oldestFirst(9).after(new Position(first.createdAt(), Long.MAX_VALUE));
    assertThat(list.apply(afterTheTime).items())
        .isEqualTo(
            all.stream()
                .filter(row -> place.apply(row).createdAt().isAfter(first.createdAt()))
                .toList());
  }

  private static <T> List<T> walk(Function<PageRequest, Page<T>> list, PageRequest begin) {
    List<T> rows = new ArrayList<>();
    Optional<PageRequest> next = Optional.of(begin);
    while (next.isPresent()) {
      Page<T> page = list.apply(next.get());
      assertThat(page.items()).isNotEmpty();
      rows.addAll(page.items());
      assertThat(rows).as("rows until the last page").hasSizeLessThanOrEqualTo(ROWS);
      next = page.next();
    }
    return rows;
  }

  @Test
  void products() {
    for (int i = 0; i < ROWS; i++) {
      timeOf(i);
      option(1, 1);
    }
    assertPages(
        engine.catalog()::page,
        (Product product) -> new Position(product.createdAt(), product.id().value()),
        ROWS);
  }

  @Test
  void coupons() {
    for (int i = 0; i < ROWS; i++) {
      timeOf(i);
      coupon(1, 1);
    }
    assertPages(
        engine.coupons()::page,
        (Coupon coupon) -> new Position(coupon.createdAt(), coupon.id().value()),
        ROWS);
  }

  @Test
  void issuedCoupons() {
    UserId ada = user(0);
    for (int i = 0; i < ROWS; i++) {
      timeOf(i);
      issued(ada, 1);
      issued(user(0), 1);
    }
    assertPages(
        request -> engine.coupons().page(ada, request),
        (IssuedCoupon issued) -> new Position(issued.createdAt(), issued.id().value()),
        ROWS);
  }

  @Test
  void orders() {
    UserId ada = user(100);
    for (int i = 0; i < ROWS; i++) {
      timeOf(i);
      engine.orders().place(cart(ada, option(1, 1), 1)).orElseThrow();
      engine.orders().place(cart(user(0), option(1, 1), 1)).orElseThrow();
    }
    assertPages(
        request -> engine.orders().page(ada, request),
        (Order order) -> new Position(order.createdAt(), order.id().value()),
        ROWS);
  }

  @Test
  void history() {
    UserId ada = user(0);
    for (int i = 0; i < ROWS - 1; i++) {
      timeOf(i);
      engine.balances().charge(ada, Money.of(1)).orElseThrow();
    }
    assertPages(
        request -> engine.balances().history(ada, request),
        (BalanceHistory entry) -> new Position(entry.createdAt(), entry.id().value()),
        ROWS);
  }
}
