package io.orderingengine.memory;

import io.orderingengine.spi.Changes;
import io.orderingengine.spi.CommandKeyRow;
import io.orderingengine.spi.CouponRow;
import io.orderingengine.spi.IssuedCouponRow;
import io.orderingengine.spi.OrderRow;
import io.orderingengine.spi.ProductDetailRow;
import io.orderingengine.spi.ProductRow;
import io.orderingengine.spi.StoreGuardException;
import io.orderingengine.spi.Table;
import io.orderingengine.spi.UserCoupon;
import io.orderingengine.spi.UserRow;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** No alternate key comes twice with the same changes. Needs no lock. */
final class DistinctKeys {
  private DistinctKeys() {}

  /**
   * Checks all.
   *
   * @throws StoreGuardException if a key comes twice
   */
  static void check(Changes changes) {
    check(changes.commandKeys(), CommandKeyRow::key);
    check(changes.inserts(Table.ISSUED_COUPONS), DistinctKeys::userCoupon);
    check(changes.inserts(Table.USERS), UserRow::externalId);
    check(changes.inserts(Table.PRODUCTS), ProductRow::externalId);
    check(changes.inserts(Table.PRODUCT_DETAILS), ProductDetailRow::externalId);
    check(changes.inserts(Table.COUPONS), CouponRow::externalId);
    check(changes.inserts(Table.ORDERS), OrderRow::externalId);
  }

  private static UserCoupon userCoupon(IssuedCouponRow row) {
    return new UserCoupon(row.userId(), row.couponId());
  }

  private static <R> void check(List<R> rows, Function<R, @Nullable Object> key) {
    if (rows.size() < 2) {
      return;
    }
    Set<Object> seen = new HashSet<>();
    for (R row : rows) {
      Object each = key.apply(row);
      if (each != null && !seen.add(each)) {
        throw new StoreGuardException("the key comes twice: " + each);
      }
    }
  }
}
