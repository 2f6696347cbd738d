package com.example.host;

import io.orderingengine.OrderingEngine;
import io.orderingengine.catalog.NewProduct;
import io.orderingengine.catalog.OutOfStock;
import io.orderingengine.catalog.ProductDetail;
import io.orderingengine.jdbi.JdbiStore;
import io.orderingengine.jdbi.Schema;
import io.orderingengine.memory.InMemoryStore;
import io.orderingengine.order.Checkout;
import io.orderingengine.order.Order;
import io.orderingengine.spi.OrderingStore;
import io.orderingengine.user.NewUser;
import io.orderingengine.user.User;
import io.orderingengine.value.Money;
import io.orderingengine.value.Outcome;
import org.h2.jdbcx.JdbcDataSource;

/** A stranger's shop, in memory and in a database: it sells the last mug, and no other. */
public final class Main {
  private Main() {}

  /** Ends well only if the engine did what its documentation says. */
  public static void main(String[] args) {
    var database = new JdbcDataSource();
    database.setURL("jdbc:h2:mem:shop;DB_CLOSE_DELAY=-1");
    Schema.in(database).createIfMissing();
    sellTheLast("in memory", InMemoryStore.create());
    sellTheLast("in a database", JdbiStore.ownTransactions(database).build());
  }

  private static void sellTheLast(String where, OrderingStore store) {
    try (OrderingEngine engine = OrderingEngine.builder().store(store).build()) {
      NewUser ada = NewUser.named("Ada").openingBalance(Money.of(9_000));
      User user = engine.users().register(ada).orElseThrow();
      NewProduct mug = NewProduct.of("Acme", "Mug").option("red", Money.of(4_000), 1);
      ProductDetail red = engine.catalog().add(mug).orElseThrow().details().get(0);
      Checkout cart = Checkout.by(user.id()).item(red.id(), 1);
      Order order = engine.orders().checkout(cart).orElseThrow();
      Outcome<Order> second = engine.orders().checkout(cart);
      boolean refused =
          second.equals(Outcome.rejected(new OutOfStock(red.id(), 1, 0)))
              && engine.balances().find(user.id()).orElseThrow().balance().equals(Money.of(5_000));
      if (!refused) {
        throw new AssertionError("expected the second checkout to be refused, saw " + second);
      }
      String how = Main.class.getModule().isNamed() ? "as a module" : "on the class path";
      System.out.println(
          "host program: sold for " + order.paymentAmount() + " " + where + " " + how);
    }
  }
}
