package io.orderingengine.internal;

import io.orderingengine.check.Require;
import io.orderingengine.internal.command.CancelOrder;
import io.orderingengine.internal.command.ExpireOrders;
import io.orderingengine.internal.command.OrderFacts;
import io.orderingengine.internal.command.PayOrder;
import io.orderingengine.internal.command.PlaceOrder;
import io.orderingengine.internal.command.RepeatableCommand;
import io.orderingengine.internal.command.Results;
import io.orderingengine.order.Checkout;
import io.orderingengine.order.Order;
import io.orderingengine.order.OrderId;
import io.orderingengine.order.OrderNotFound;
import io.orderingengine.order.Orders;
import io.orderingengine.spi.CommandKey;
import io.orderingengine.spi.CommandKeyRow;
import io.orderingengine.spi.ExternalId.Kind;
import io.orderingengine.spi.OrderRows;
import io.orderingengine.spi.StoreQueries;
import io.orderingengine.user.UserId;
import io.orderingengine.value.IdempotencyKey;
import io.orderingengine.value.Outcome;
import io.orderingengine.value.Page;
import io.orderingengine.value.PageRequest;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

final class EngineOrders implements Orders {
  private static final int MOST_EXPIRED = 1_000;

  /** How often to look again when others have expired all that was found. */
  private static final int MOST_LOOKS = 100;

  private final Gate gate;
  private final Duration unpaidFor;

  EngineOrders(Gate gate, Duration unpaidFor) {
    this.gate = gate;
    this.unpaidFor = unpaidFor;
  }

  @Override
  public Outcome<Order> checkout(Checkout checkout) {
    return gate.run(new PlaceOrder(complete(checkout), null), checkout.key());
  }

  @Override
  public CompletionStage<Outcome<Order>> checkoutAsync(Checkout checkout) {
    return gate.submit(new PlaceOrder(complete(checkout), null), checkout.key());
  }

  @Override
  public Outcome<Order> place(Checkout checkout) {
    return gate.run(new PlaceOrder(complete(checkout), unpaidFor), checkout.key());
  }

  private static Checkout complete(Checkout checkout) {
    Require.present("checkout", checkout);
    Require.positive("lines", checkout.lines().size());
    return checkout;
  }

  @Override
  public Outcome<Order> pay(UserId userId, OrderId orderId) {
    return run(user(userId), orderId, PayOrder::new, null);
  }

  @Override
  public Outcome<Order> pay(UserId userId, OrderId orderId, IdempotencyKey key) {
    return run(user(userId), orderId, PayOrder::new, Require.present("key", key));
  }

  @Override
  public Outcome<Order> pay(OrderId orderId) {
    return run(null, orderId, PayOrder::new, null);
  }

  @Override
  public Outcome<Order> pay(OrderId orderId, IdempotencyKey key) {
    return run(null, orderId, PayOrder::new, Require.present("key", key));
  }

  @Override
  public CompletionStage<Outcome<Order>> payAsync(UserId userId, OrderId orderId) {
    return payLater(user(userId), Require.present("orderId", orderId));
  }

  @Override
  public CompletionStage<Outcome<Order>> payAsync(OrderId orderId) {
    return payLater(null, Require.present("orderId", orderId));
  }

  /** The order is read on the executor; then no thread waits for the payment. */
  private CompletionStage<Outcome<Order>> payLater(@Nullable UserId caller, OrderId orderId) {
    return gate.async(() -> command(caller, orderId, PayOrder::new))
        .thenCompose(
            command ->
                command == null
                    ? CompletableFuture.completedStage(notFound(orderId))
                    : gate.submit(command, null));
  }

  @Override
  public Outcome<Order> cancel(UserId userId, OrderId orderId) {
    return run(user(userId), orderId, CancelOrder::new, null);
  }

  @Override
  public Outcome<Order> cancel(UserId userId, OrderId orderId, IdempotencyKey key) {
    return run(user(userId), orderId, CancelOrder::new, Require.present("key", key));
  }

  @Override
  public Outcome<Order> cancel(OrderId orderId) {
    return run(null, orderId, CancelOrder::new, null);
  }

  @Override
  public Outcome<Order> cancel(OrderId orderId, IdempotencyKey key) {
    return run(null, orderId, CancelOrder::new, Require.present("key", key));
  }

  private Outcome<Order> run(
      @Nullable UserId caller,
      OrderId orderId,
      BiFunction<OrderFacts, Long, RepeatableCommand<Order>> kind,
      @Nullable IdempotencyKey key) {
    RepeatableCommand<Order> command = command(caller, orderId, kind);
    return command == null ? notFound(orderId) : gate.run(command, key);
  }

  /** Reads what never changes of the order; no command if the caller may not see it. */
  private @Nullable RepeatableCommand<Order> command(
      @Nullable UserId caller,
      OrderId orderId,
      BiFunction<OrderFacts, Long, RepeatableCommand<Order>> kind) {
    OrderRows rows = rows(caller, orderId);
    long scope = caller == null ? 0 : caller.value();
    return rows == null ? null : kind.apply(OrderFacts.of(rows), scope);
  }

  private static Outcome<Order> notFound(OrderId orderId) {
    return Outcome.rejected(new OrderNotFound(orderId));
  }

  private @Nullable OrderRows rows(@Nullable UserId caller, OrderId orderId) {
    Require.present("orderId", orderId);
    OrderRows rows = gate.find(queries -> queries.order(orderId.value()), row -> row).orElse(null);
    boolean visible = rows != null && (caller == null || rows.order().userId() == caller.value());
    return visible ? rows : null;
  }

  private static UserId user(UserId userId) {
    return Require.present("userId", userId);
  }

  @Override
  public int expireUnpaid(int max) {
    Require.within(1, MOST_EXPIRED, "max", max);
    int expired = 0;
    for (int look = 0; look < MOST_LOOKS && expired == 0; look++) {
      List<OrderRows> over = gate.read(queries -> queries.expiredOrders(gate.now(), max));
      if (over.isEmpty()) {
        return 0;
      }
      List<OrderFacts> orders = over.stream().map(OrderFacts::of).toList();
      expired = gate.run(new ExpireOrders(orders)).orElseThrow();
    }
    return expired;
  }

  @Override
  public Optional<Order> find(OrderId orderId) {
    return Optional.ofNullable(rows(null, orderId)).map(Results::order);
  }

  @Override
  public Optional<Order> find(UserId userId, OrderId orderId) {
    return Optional.ofNullable(rows(user(userId), orderId)).map(Results::order);
  }

  @Override
  public Optional<Order> findByExternalId(String externalId) {
    return gate.findByExternalId(Kind.ORDER, externalId, StoreQueries::order, Results::order);
  }

  @Override
  public Optional<Order> findByKey(UserId userId, IdempotencyKey key) {
    Require.present("key", key);
    var named = new CommandKey(user(userId).value(), PlaceOrder.KIND, key.value());
    return gate.find(
        queries -> {
          CommandKeyRow used = queries.commandKey(named);
          return used == null ? null : queries.order(used.resultId());
        },
        Results::order);
  }

  @Override
  public Page<Order> page(UserId userId, PageRequest request) {
    user(userId);
    return gate.page(
        request,
        (queries, keyset) -> queries.orders(userId.value(), keyset),
        rows -> Gate.place(rows.order()),
        Results::order);
  }
}
