package io.orderingengine.memory;

import io.orderingengine.memory.Database.Expiry;
import io.orderingengine.spi.BalanceHistoryRow;
import io.orderingengine.spi.BalanceRow;
import io.orderingengine.spi.CommandKey;
import io.orderingengine.spi.CommandKeyRow;
import io.orderingengine.spi.CouponRow;
import io.orderingengine.spi.ExternalId;
import io.orderingengine.spi.IssuedCouponRow;
import io.orderingengine.spi.Keyset;
import io.orderingengine.spi.OrderRows;
import io.orderingengine.spi.ProductDetailRow;
import io.orderingengine.spi.ProductRows;
import io.orderingengine.spi.Row;
import io.orderingengine.spi.StoreQueries;
import io.orderingengine.spi.Table;
import io.orderingengine.spi.UserRow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads, each under the read side of the commit lock. */
final class InMemoryQueries implements StoreQueries {
  private final Database database;

  InMemoryQueries(Database database) {
    this.database = database;
  }

  @Override
  public @Nullable UserRow user(long id) {
    return one(UserCell.class, id, cell -> cell.user);
  }

  @Override
  public @Nullable BalanceRow balance(long userId) {
    return one(UserCell.class, userId, UserCell::balance);
  }

  @Override
  public @Nullable ProductRows product(long id) {
    return one(ProductEntry.class, id, ProductEntry::rows);
  }

  @Override
  public @Nullable ProductDetailRow productDetail(long id) {
    return one(ProductDetailCell.class, id, ProductDetailCell::row);
  }

  @Override
  public @Nullable CouponRow coupon(long id) {
    return one(CouponCell.class, id, cell -> cell.row);
  }

  @Override
  public @Nullable IssuedCouponRow issuedCoupon(long id) {
    return one(IssuedCouponCell.class, id, IssuedCouponCell::row);
  }

  @Override
  public @Nullable OrderRows order(long id) {
    return one(OrderCell.class, id, OrderCell::rows);
  }

  private <C, R> @Nullable R one(Class<C> type, long id, Function<C, R> view) {
    return database.<@Nullable R>read(
        () -> {
          C cell = database.find(type, id);
          return cell == null ? null : view.apply(cell);
        });
  }

  @Override
  public @Nullable Long idOf(ExternalId key) {
    return database.<@Nullable Long>read(() -> database.externalIds.get(key));
  }

  @Override
  public @Nullable CommandKeyRow commandKey(CommandKey key) {
    return database.<@Nullable CommandKeyRow>read(() -> database.commandKeys.get(key));
  }

  @Override
  public List<ProductRows> products(Keyset keyset) {
    return database.read(() -> database.products.page(keyset, ProductEntry::rows));
  }

  @Override
  public List<CouponRow> coupons(Keyset keyset) {
    return database.read(() -> database.coupons.page(keyset, cell -> cell.row));
  }

  @Override
  public List<IssuedCouponRow> issuedCoupons(long userId, Keyset keyset) {
    return ofUser(userId, user -> user.coupons.page(keyset, IssuedCouponCell::row));
  }

  @Override
  public List<BalanceHistoryRow> balanceHistory(long userId, Keyset keyset) {
    return ofUser(userId, user -> user.history.page(keyset, row -> row));
  }

  @Override
  public List<OrderRows> orders(long userId, Keyset keyset) {
    return ofUser(userId, user -> user.orders.page(keyset, OrderCell::rows));
  }

  private <R> List<R> ofUser(long userId, Function<UserCell, List<R>> query) {
    List<R> rows = one(UserCell.class, userId, query);
    return rows == null ? List.of() : rows;
  }

  @Override
  public List<OrderRows> expiredOrders(Instant time, int limit) {
    var end = new Expiry(time, Long.MAX_VALUE);
    return database.read(
        () ->
            database.expiring.headMap(end, true).values().stream()
                .limit(limit)
                .map(OrderCell::rows)
                .toList());
  }

  @Override
  public <R extends Row> List<R> chunk(Table<R> table, long afterId, int limit) {
    return database.read(
        () -> {
          List<R> rows = new ArrayList<>();
          long end = database.nextId.get();
          long id = database.rows.next(Math.max(0, afterId), end);
          while (id < end && rows.size() < limit) {
            R row = row(table, id);
            if (row != null) {
              rows.add(row);
            }
            id = database.rows.next(id, end);
          }
          return rows;
        });
  }

  private <R extends Row> @Nullable R row(Table<R> table, long id) {
    Object found = database.rows.get(id);
    Object row = found instanceof Entry entry ? entry.row(table) : found;
    return table.rowType().isInstance(row) ? table.rowType().cast(row) : null;
  }
}
