package io.orderingengine.examples;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.orderingengine.OrderingEngine;
import io.orderingengine.catalog.NewProduct;
import io.orderingengine.catalog.Product;
import io.orderingengine.jdbi.JdbiStore;
import io.orderingengine.jdbi.Schema;
import io.orderingengine.order.Checkout;
import io.orderingengine.order.Order;
import io.orderingengine.user.NewUser;
import io.orderingengine.user.User;
import io.orderingengine.user.UserId;
import io.orderingengine.value.IdempotencyKey;
import io.orderingengine.value.Money;
import java.io.PrintStream;
import java.nio.file.Path;
import javax.sql.DataSource;

/**
 * A shop in a database, here a file of H2: what was acknowledged is there when it is opened again.
 * Each command has a key, so that running the program again changes nothing.
 */
public final class DatabaseMain {
  private DatabaseMain() {}

  public static void main(String[] args) {
    run(Path.of("target", "first-shop"), System.out);
  }

  static void run(Path database, PrintStream out) {
    try (HikariDataSource pool = pool(database)) {
      Schema.in(pool).createIfMissing();
      try (OrderingEngine engine = open(pool)) {
        out.println("checked out: " + told(checkout(engine)));
      }
    }

    // All is closed: from here on, only what is in the file can be found.
    try (HikariDataSource pool = pool(database);
        OrderingEngine engine = open(pool)) {
      UserId ada = engine.users().findByExternalId("u-17").orElseThrow().id();
      Order order = engine.orders().findByKey(ada, IdempotencyKey.of("cart-17")).orElseThrow();
      out.println("read back:   " + told(order));
      out.println("balance:     " + engine.balances().find(ada).orElseThrow().balance());
    }
  }

  /** The pool is the host's: the engine opens none and closes none. */
  private static HikariDataSource pool(Path database) {
    var config = new HikariConfig();
    // A commit is written before it is acknowledged, and no thread's interrupt closes the file.
    config.setJdbcUrl("jdbc:h2:async:" + database.toAbsolutePath() + ";WRITE_DELAY=0");
    return new HikariDataSource(config);
  }

  private static OrderingEngine open(DataSource pool) {
    return OrderingEngine.builder().store(JdbiStore.ownTransactions(pool).build()).build();
  }

  private static Order checkout(OrderingEngine engine) {
    User ada = engine.users().register(NewUser.named("Ada").externalId("u-17")).orElseThrow();
    IdempotencyKey topUp = IdempotencyKey.of("topup-1");
    engine.balances().charge(ada.id(), Money.of(50_000), topUp).orElseThrow();
    NewProduct mugs = NewProduct.of("Acme", "Mug").option("red", Money.of(4_000), 5).key("mug");
    Product mug = engine.catalog().add(mugs).orElseThrow();
    Checkout cart = Checkout.by(ada.id()).item(mug.details().get(0).id(), 2).key("cart-17");
    return engine.orders().checkout(cart).orElseThrow();
  }

  private static String told(Order order) {
    return "order " + order.id() + " is " + order.status() + ": " + order.paymentAmount();
  }
}
