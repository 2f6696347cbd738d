package io.orderingengine.memory;

import io.orderingengine.spi.Changes;
import io.orderingengine.spi.CouponRow;
import io.orderingengine.spi.ExternalId;
import io.orderingengine.spi.ExternalId.Kind;
import io.orderingengine.spi.OrderRow;
import io.orderingengine.spi.ProductDetailRow;
import io.orderingengine.spi.ProductRow;
import io.orderingengine.spi.Row;
import io.orderingengine.spi.Table;
import io.orderingengine.spi.UserRow;
import java.util.List;
import java.util.function.Function;
import java.util.function.ObjLongConsumer;
import org.jspecify.annotations.Nullable;

/** The external ids among new rows. */
final class ExternalIds {
  private ExternalIds() {}

  /** Visits each external id with the id of its row. */
  static void forEach(Changes changes, ObjLongConsumer<ExternalId> visit) {
    each(changes, Table.USERS, Kind.USER, UserRow::externalId, visit);
    each(changes, Table.PRODUCTS, Kind.PRODUCT, ProductRow::externalId, visit);
    each(changes, Table.PRODUCT_DETAILS, Kind.PRODUCT_DETAIL, ProductDetailRow::externalId, visit);
    each(changes, Table.COUPONS, Kind.COUPON, CouponRow::externalId, visit);
    each(changes, Table.ORDERS, Kind.ORDER, OrderRow::externalId, visit);
  }

  private static <R extends Row> void each(
      Changes changes,
      Table<R> table,
      Kind kind,
      Function<R, @Nullable String> externalId,
      ObjLongConsumer<ExternalId> visit) {
    List<R> rows = changes.inserts(table);
    if (rows.isEmpty()) {
      return;
    }
    for (R row : rows) {
      String value = externalId.apply(row);
      if (value != null) {
        visit.accept(new ExternalId(kind, value), row.id());
      }
    }
  }
}
