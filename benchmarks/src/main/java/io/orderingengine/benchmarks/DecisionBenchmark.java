package io.orderingengine.benchmarks;

import io.orderingengine.catalog.ProductDetailId;
import io.orderingengine.coupon.IssuedCouponId;
import io.orderingengine.internal.command.Decision;
import io.orderingengine.internal.command.Ids;
import io.orderingengine.internal.command.KeyedCommand;
import io.orderingengine.internal.command.PlaceOrder;
import io.orderingengine.memory.InMemoryStore;
import io.orderingengine.order.Checkout;
import io.orderingengine.order.Order;
import io.orderingengine.spi.RowKeys;
import io.orderingengine.user.UserId;
import io.orderingengine.value.IdempotencyKey;
import io.orderingengine.value.Money;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The parts of a checkout that touch no store: what a command costs before its lock, and while it
 * holds it.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@State(Scope.Thread)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class DecisionBenchmark {
  private static final long USER = 7;
  private static final long COUPON = 9;

  private final IdempotencyKey key = IdempotencyKey.of("cart-17");
  private final Checkout checkout = newCart();
  private final PlaceOrder place = new PlaceOrder(checkout, null);
  private final KeyedCommand<Order> keyed = new KeyedCommand<>(place, key);
  private final FixedRows rows = new FixedRows(USER, COUPON);

  /** What the host builds. */
  @Benchmark
  public Checkout cart() {
    return newCart();
  }

  private static Checkout newCart() {
    return Checkout.by(UserId.of(USER))
        .item(ProductDetailId.of(103), 1)
        .item(ProductDetailId.of(101), 1)
        .item(ProductDetailId.of(102), 1)
        .coupon(IssuedCouponId.of(COUPON))
        .expectTotal(Money.of(3 * FixedRows.PRICE))
        .key("cart-17");
  }

  /** The digest of the content, for the most part. */
  @Benchmark
  public KeyedCommand<Order> digest() {
    return new KeyedCommand<>(place, key);
  }

  @Benchmark
  public RowKeys keys() {
    return keyed.keys();
  }

  @Benchmark
  public Decision<Order> decision() {
    return place.decide(rows, FixedRows.NOW, new Ids(1, place.ids()));
  }

  @Benchmark
  public Decision<Order> decisionUnderKey() {
    return keyed.decide(rows, FixedRows.NOW, new Ids(1, place.ids()));
  }

  /** A transaction of the store around nothing. */
  @Benchmark
  public boolean emptyTransaction(OpenStore open) {
    return open.store.inTransaction(transaction -> true);
  }

  /** An empty store. */
  @State(Scope.Benchmark)
  public static class OpenStore {
    private final InMemoryStore store = InMemoryStore.create();
  }
}
