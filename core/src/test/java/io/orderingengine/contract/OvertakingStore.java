package io.orderingengine.contract;

import io.orderingengine.spi.BalanceRow;
import io.orderingengine.spi.Changes;
import io.orderingengine.spi.CommandKey;
import io.orderingengine.spi.CommandKeyRow;
import io.orderingengine.spi.CouponRow;
import io.orderingengine.spi.ExternalId;
import io.orderingengine.spi.IssuedCouponRow;
import io.orderingengine.spi.OrderRows;
import io.orderingengine.spi.OrderingStore;
import io.orderingengine.spi.ProductDetailRow;
import io.orderingengine.spi.ProductRow;
import io.orderingengine.spi.RowKeys;
import io.orderingengine.spi.Rows;
import io.orderingengine.spi.StoreTransaction;
import io.orderingengine.spi.UserCoupon;
import io.orderingengine.spi.UserRow;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;

/** A good store on which another command is done, once, just after a key was not found. */
final class OvertakingStore extends PlantedStore {
  private final AtomicReference<Runnable> other;

  OvertakingStore(OrderingStore store, Runnable other) {
    super(store);
    this.other = new AtomicReference<>(other);
  }

  void next(Runnable command) {
    other.set(command);
  }

  @Override
  StoreTransaction planted(StoreTransaction transaction) {
    return new StoreTransaction() {
      @Override
      public Rows lock(RowKeys keys) {
        return new OvertakenRows(transaction.lock(keys));
      }

      @Override
      public void write(Changes changes) {
        transaction.write(changes);
      }
    };
  }

  private final class OvertakenRows implements Rows {
    private final Rows rows;

    OvertakenRows(Rows rows) {
      this.rows = rows;
    }

    @Override
    public CommandKeyRow commandKey(CommandKey key) {
      CommandKeyRow found = rows.commandKey(key);
      Runnable command = found == null ? other.getAndSet(null) : null;
      if (command != null) {
        CompletableFuture.runAsync(command).join();
      }
      return found;
    }

    @Override
    public BalanceRow balance(long id) {
      return rows.balance(id);
    }

    @Override
    public IssuedCouponRow issuedCoupon(long id) {
      return rows.issuedCoupon(id);
    }

    @Override
    public long discountPrice(long issuedCouponId) {
      return rows.discountPrice(issuedCouponId);
    }

    @Override
    public OrderRows order(long id) {
      return rows.order(id);
    }

    @Override
    public CouponRow coupon(long id) {
      return rows.coupon(id);
    }

    @Override
    public ProductDetailRow productDetail(long id) {
      return rows.productDetail(id);
    }

    @Override
    public UserRow user(long id) {
      return rows.user(id);
    }

    @Override
    public ProductRow product(long id) {
      return rows.product(id);
    }

    @Override
    public IssuedCouponRow issuedCoupon(UserCoupon key) {
      return rows.issuedCoupon(key);
    }

    @Override
    public Long idOf(ExternalId key) {
      return rows.idOf(key);
    }
  }
}
