package io.orderingengine.examples;

import io.orderingengine.OrderingEngine;
import io.orderingengine.balance.BalanceHistory;
import io.orderingengine.catalog.NewProduct;
import io.orderingengine.catalog.ProductDetailId;
import io.orderingengine.memory.InMemoryStore;
import io.orderingengine.order.Checkout;
import io.orderingengine.order.Order;
import io.orderingengine.user.NewUser;
import io.orderingengine.user.UserId;
import io.orderingengine.value.Money;
import io.orderingengine.value.Page;
import io.orderingengine.value.PageRequest;
import java.io.PrintStream;
import java.util.Optional;

/** Long lists, page by page: in one loop, and across web requests with a token. */
public final class PagesMain {
  private PagesMain() {}

  public static void main(String[] args) {
    run(System.out);
  }

  static void run(PrintStream out) {
    try (OrderingEngine engine = OrderingEngine.builder().store(InMemoryStore.create()).build()) {
      UserId ada = shopped(engine, 7);

      String token = PageRequest.newestFirst(3).token();
      for (Optional<String> next = Optional.of(token); next.isPresent(); ) {
        next = ordersOf(engine, ada, next.get(), out);
      }

      Optional<PageRequest> request = Optional.of(PageRequest.oldestFirst(4));
      while (request.isPresent()) {
        Page<BalanceHistory> page = engine.balances().history(ada, request.get());
        out.println("history: " + page.map(BalanceHistory::amount).items());
        request = page.next();
      }
    }
  }

  /** What a web request does: takes the token that the client sent, and answers the next one. */
  private static Optional<String> ordersOf(
      OrderingEngine engine, UserId user, String token, PrintStream out) {
    Page<Order> page = engine.orders().page(user, PageRequest.parse(token));
    out.println("orders: " + page.map(Order::totalAmount).items());
    return page.next().map(PageRequest::token);
  }

  /** A user who ordered one pen, then two, and so on. */
  private static UserId shopped(OrderingEngine engine, int times) {
    NewUser rich = NewUser.named("Ada").openingBalance(Money.of(10_000));
    UserId ada = engine.users().register(rich).orElseThrow().id();
    NewProduct pens = NewProduct.of("Acme", "Pen").option("blue", Money.of(100), 1_000);
    ProductDetailId pen = engine.catalog().add(pens).orElseThrow().details().get(0).id();
    for (int i = 1; i <= times; i++) {
      engine.orders().checkout(Checkout.by(ada).item(pen, i)).orElseThrow();
    }
    return ada;
  }
}
