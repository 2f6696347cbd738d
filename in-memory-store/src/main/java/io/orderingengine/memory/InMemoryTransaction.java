package io.orderingengine.memory;

import io.orderingengine.spi.BalanceRow;
import io.orderingengine.spi.Changes;
import io.orderingengine.spi.CommandKey;
import io.orderingengine.spi.CommandKeyRow;
import io.orderingengine.spi.CouponRow;
import io.orderingengine.spi.ExternalId;
import io.orderingengine.spi.IssuedCouponRow;
import io.orderingengine.spi.OrderRows;
import io.orderingengine.spi.ProductDetailRow;
import io.orderingengine.spi.ProductRow;
import io.orderingengine.spi.RowIds;
import io.orderingengine.spi.RowKeys;
import io.orderingengine.spi.Rows;
import io.orderingengine.spi.StoreTransaction;
import io.orderingengine.spi.UserCoupon;
import io.orderingengine.spi.UserRow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One transaction: the rows that it locked, and what it will write when it commits. */
final class InMemoryTransaction implements StoreTransaction, Rows, AutoCloseable {
  private static final RowKeys NO_KEYS = RowKeys.builder().build();

  private final Database database;
  private final long lockTimeoutNanos;
  private final List<Cell> cells = new ArrayList<>(8);
  private int locked;
  private RowKeys keys = NO_KEYS;
  private @Nullable Changes changes;

  /** Looked up before any command key, for a commit shows its keys before its external ids. */
  private Map<ExternalId, @Nullable Long> externalIds = Map.of();

  InMemoryTransaction(Database database, long lockTimeoutNanos) {
    this.database = database;
    this.lockTimeoutNanos = lockTimeoutNanos;
  }

  @Override
  public Rows lock(RowKeys named) {
    keys = named;
    find(UserCell.class, named.balances());
    find(IssuedCouponCell.class, named.issuedCoupons());
    find(OrderCell.class, named.orders());
    find(CouponCell.class, named.coupons());
    find(ProductDetailCell.class, named.productDetails());
    // All are found before the first is locked: the processor fetches them side by side.
    for (Cell cell : cells) {
      cell.lock(lockTimeoutNanos);
      locked++;
    }
    if (!named.externalIds().isEmpty()) {
      lookUp(named.externalIds());
    }
    return this;
  }

  private void find(Class<? extends Cell> type, RowIds ids) {
    for (int i = 0; i < ids.size(); i++) {
      Cell cell = database.find(type, ids.get(i));
      if (cell != null) {
        cells.add(cell);
      }
    }
  }

  private void lookUp(List<ExternalId> named) {
    externalIds = new HashMap<>();
    named.forEach(key -> externalIds.put(key, database.externalIds.get(key)));
  }

  @Override
  public void write(Changes written) {
    if (changes != null) {
      throw new IllegalStateException("a transaction writes once");
    }
    changes = written;
  }

  void commit() {
    if (changes != null && !changes.isEmpty()) {
      var commit = new Commit(database, changes);
      database.commit(commit::run);
    }
  }

  /** Gives all locks back, whether the transaction was committed or not. */
  @Override
  public void close() {
    for (int i = locked - 1; i >= 0; i--) {
      cells.get(i).unlock();
    }
  }

  @Override
  public @Nullable BalanceRow balance(long id) {
    UserCell cell = held(UserCell.class, keys.balances(), id);
    return cell == null ? null : cell.balance();
  }

  @Override
  public @Nullable IssuedCouponRow issuedCoupon(long id) {
    IssuedCouponCell cell = held(IssuedCouponCell.class, keys.issuedCoupons(), id);
    return cell == null ? null : cell.row();
  }

  @Override
  public long discountPrice(long issuedCouponId) {
    IssuedCouponCell cell = held(IssuedCouponCell.class, keys.issuedCoupons(), issuedCouponId);
    return cell == null ? 0 : cell.discountPrice;
  }

  @Override
  public @Nullable OrderRows order(long id) {
    OrderCell cell = held(OrderCell.class, keys.orders(), id);
    return cell == null ? null : cell.rows();
  }

  @Override
  public @Nullable CouponRow coupon(long id) {
    CouponCell cell = held(CouponCell.class, keys.coupons(), id);
    return cell == null ? null : cell.row;
  }

  @Override
  public @Nullable ProductDetailRow productDetail(long id) {
    ProductDetailCell cell = held(ProductDetailCell.class, keys.productDetails(), id);
    return cell == null ? null : cell.row();
  }

  /** The cell if this thread locked it; one that appeared after the lock is not there yet. */
  private <C extends Cell> @Nullable C held(Class<C> type, RowIds named, long id) {
    C cell = database.find(type, id);
    if (cell != null && cell.isHeld()) {
      return cell;
    }
    requireNamed(named.contains(id), type.getSimpleName(), id);
    return null;
  }

  private static void requireNamed(boolean named, String what, Object key) {
    if (!named) {
      throw new IllegalStateException(what + " " + key + " was not among the keys of this command");
    }
  }

  @Override
  public @Nullable UserRow user(long id) {
    requireNamed(keys.users().contains(id), "user", id);
    UserCell cell = database.find(UserCell.class, id);
    return cell == null ? null : cell.user;
  }

  @Override
  public @Nullable ProductRow product(long id) {
    requireNamed(keys.products().contains(id), "product", id);
    ProductEntry product = database.find(ProductEntry.class, id);
    return product == null ? null : product.row;
  }

  @Override
  public @Nullable IssuedCouponRow issuedCoupon(UserCoupon key) {
    requireNamed(keys.userCoupons().contains(key), "issued coupon", key);
    IssuedCouponCell cell = database.userCoupons.get(key);
    return cell == null ? null : database.read(cell::row); // which is not locked
  }

  @Override
  public @Nullable CommandKeyRow commandKey(CommandKey key) {
    requireNamed(keys.commandKeys().contains(key), "command key", key);
    return database.commandKeys.get(key);
  }

  @Override
  public @Nullable Long idOf(ExternalId key) {
    requireNamed(keys.externalIds().contains(key), "external id", key);
    return externalIds.get(key);
  }
}
