package io.orderingengine.spi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RowKeysTest {
  private static final CommandKey KEY = new CommandKey(1, "order", "k");
  private static final ExternalId NAME = new ExternalId(ExternalId.Kind.ORDER, "x");
  private static final UserCoupon HELD = new UserCoupon(1, 2);

  /** Keys that name one row of each kind. */
  private static RowKeys each(long id) {
    return RowKeys.builder()
        .balances(RowIds.of(id))
        .issuedCoupons(RowIds.of(id + 1))
        .orders(RowIds.of(id + 2))
        .coupons(RowIds.of(id + 3))
        .productDetails(RowIds.of(id + 4))
        .users(RowIds.of(id + 5))
        .products(RowIds.of(id + 6))
        .userCoupon(HELD)
        .commandKey(KEY)
        .externalId(NAME)
        .build();
  }

  @Test
  void aUnionNamesTheRowsOfAllOnceAndInAscendingOrder() {
    RowKeys union = RowKeys.union(List.of(each(20), each(10), each(20)));
    assertThat(union.balances()).isEqualTo(RowIds.of(10, 20));
    assertThat(union.issuedCoupons()).isEqualTo(RowIds.of(11, 21));
    assertThat(union.orders()).isEqualTo(RowIds.of(12, 22));
    assertThat(union.coupons()).isEqualTo(RowIds.of(13, 23));
    assertThat(union.productDetails()).isEqualTo(RowIds.of(14, 24));
    assertThat(union.users()).isEqualTo(RowIds.of(15, 25));
    assertThat(union.products()).isEqualTo(RowIds.of(16, 26));
    assertThat(union.userCoupons()).containsExactly(HELD);
    assertThat(union.commandKeys()).containsExactly(KEY);
    assertThat(union.externalIds()).containsExactly(NAME);
    assertThat(union.size()).isEqualTo(17);
  }

  @Test
  void alternateKeysOfAUnionKeepTheirOrder() {
    var other = new CommandKey(1, "order", "a");
    RowKeys first = RowKeys.builder().commandKey(KEY).build();
    RowKeys second = RowKeys.builder().commandKey(other).commandKey(KEY).build();
    assertThat(RowKeys.union(List.of(first, second)).commandKeys()).containsExactly(KEY, other);
  }

  @Test
  void aUnionOfNothingNamesNothing() {
    assertThat(RowKeys.union(List.of()).size()).isZero();
    assertThat(RowKeys.union(List.of(RowKeys.builder().build())).size()).isZero();
  }

  @Test
  void oneMoreKeyIsOneRowMore() {
    RowKeys keys = RowKeys.builder().balances(RowIds.of(1)).build();
    assertThat(keys.with(KEY).commandKeys()).containsExactly(KEY);
    assertThat(keys.with(KEY).size()).isEqualTo(2);
    assertThat(keys.size()).as("the keys that it was made from").isEqualTo(1);
  }
}
