package io.orderingengine.jdbi;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderingengine.OrderingEngine;
import io.orderingengine.catalog.NewProduct;
import io.orderingengine.catalog.ProductDetailId;
import io.orderingengine.contract.Conservation;
import io.orderingengine.order.Checkout;
import io.orderingengine.order.Order;
import io.orderingengine.spi.OrderRow;
import io.orderingengine.spi.OrderingStore;
import io.orderingengine.spi.Table;
import io.orderingengine.user.NewUser;
import io.orderingengine.user.UserId;
import io.orderingengine.value.Money;
import io.orderingengine.value.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * A shop that sells mugs, one an order, to one rich user. It has sold one when it is open, so that
 * its store has ids and a lane: the next commit is that of the next order.
 */
final class MugShop implements AutoCloseable {
  private static final long STOCK = 10_000;
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Duration commandTimeout;
  final OrderingEngine engine;
  final OrderingStore store;
  final UserId user;
  final ProductDetailId mug;

  MugShop(OrderingStore store, Duration commandTimeout) {
    this.store = store;
    this.commandTimeout = commandTimeout;
    engine = engine(store, commandTimeout);
    NewUser ada = NewUser.named("Ada").openingBalance(Money.of(1_000_000));
    user = engine.users().register(ada).orElseThrow().id();
    NewProduct product = NewProduct.of("Acme", "Mug").option("red", Money.of(1), STOCK);
    mug = engine.catalog().add(product).orElseThrow().details().get(0).id();
    buy().orElseThrow();
  }

  private MugShop(MugShop shop, OrderingStore store) {
    this.store = store;
    commandTimeout = shop.commandTimeout;
    engine = engine(store, commandTimeout);
    user = shop.user;
    mug = shop.mug;
  }

  /** The same shop in a process that has just been started. */
  MugShop startedAnew(OrderingStore another) {
    return new MugShop(this, another);
  }

  private static OrderingEngine engine(OrderingStore store, Duration commandTimeout) {
    return OrderingEngine.builder().store(store).commandTimeout(commandTimeout).build();
  }

  Outcome<Order> buy() {
    return engine.orders().checkout(cart());
  }

  Outcome<Order> buy(String key) {
    return engine.orders().checkout(cart().key(key));
  }

  /** Asserts that it sells, and does not hang. */
  void assertSells() {
    assertSold(CompletableFuture.supplyAsync(this::buy));
  }

  static void assertSold(CompletableFuture<Outcome<Order>> outcome) {
    assertThat(outcome).succeedsWithin(PATIENCE).matches(Outcome::isAccepted, "is accepted");
  }

  private Checkout cart() {
    return Checkout.by(user).item(mug, 1);
  }

  /** Wants more mugs than there are. */
  Outcome<Order> buyTooMany() {
    return engine.orders().checkout(Checkout.by(user).item(mug, 2 * STOCK));
  }

  /** Asserts by the rows that so many more mugs were sold, and that all adds up. */
  void assertSold(OrderingStore books, int mugs) {
    assertThat(orders(books)).as("orders in the rows").hasSize(1 + mugs);
    assertThat(books.queries().productDetail(mug.value()).stock())
        .as("mugs left")
        .isEqualTo(STOCK - 1 - mugs);
    Conservation.assertHolds(books);
  }

  static List<OrderRow> orders(OrderingStore books) {
    return books.queries().chunk(Table.ORDERS, 0, Math.toIntExact(STOCK));
  }

  @Override
  public void close() {
    engine.close();
  }
}
