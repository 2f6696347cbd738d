package io.orderingengine.examples;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.orderingengine.OrderingEngine;
import io.orderingengine.catalog.NewProduct;
import io.orderingengine.catalog.Product;
import io.orderingengine.jdbi.HostTransactionLostException;
import io.orderingengine.jdbi.JdbiStore;
import io.orderingengine.jdbi.Schema;
import io.orderingengine.order.Checkout;
import io.orderingengine.order.Order;
import io.orderingengine.user.NewUser;
import io.orderingengine.user.User;
import io.orderingengine.value.Money;
import io.orderingengine.value.Outcome;
import java.io.PrintStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;

/**
 * A host that writes a row of its own and checks out in one transaction: both are there, or
 * neither.
 */
public final class HostTransactionMain {
  private static final int ATTEMPTS = 3;

  /** The connection with the open transaction of each thread. */
  private static final ThreadLocal<Connection> CURRENT = new ThreadLocal<>();

  private HostTransactionMain() {}

  public static void main(String[] args) throws SQLException {
    run(System.out);
  }

  static void run(PrintStream out) throws SQLException {
    try (HikariDataSource pool = pool()) {
      Schema.in(pool).createIfMissing();
      try (OrderingEngine engine = joining(pool)) {
        Checkout cart = transaction(pool, connection -> prepare(connection, engine));

        Order order =
            transaction(
                pool,
                connection -> {
                  ship(connection, "to Ada");
                  return engine.orders().checkout(cart).orElseThrow();
                });
        out.println("committed:   order " + order.id() + ", parcels: " + parcels(pool));

        Outcome<Order> refused =
            transaction(
                pool,
                connection -> {
                  ship(connection, "to Ada, once more");
                  Outcome<Order> outcome = engine.orders().checkout(cart);
                  if (!outcome.isAccepted()) {
                    // The transaction is still good; this host wants no parcel without an order.
                    connection.rollback();
                  }
                  return outcome;
                });
        out.println("rolled back: " + told(refused) + ", parcels: " + parcels(pool));
      }
    }
  }

  private static OrderingEngine joining(HikariDataSource pool) {
    return OrderingEngine.builder()
        .store(JdbiStore.hostTransactions(pool, CURRENT::get).build())
        .build();
  }

  /** What is done in one transaction. */
  @FunctionalInterface
  private interface Work<R> {
    R in(Connection connection) throws SQLException;
  }

  /** Runs a transaction, and runs it again from the start if it was lost to another one. */
  private static <R> R transaction(HikariDataSource pool, Work<R> work) throws SQLException {
    for (int attempt = 1; ; attempt++) {
      try (Connection connection = pool.getConnection()) {
        CURRENT.set(connection);
        try {
          R result = work.in(connection);
          connection.commit();
          return result;
        } catch (HostTransactionLostException lost) {
          connection.rollback();
          if (attempt == ATTEMPTS) {
            throw lost;
          }
        } finally {
          CURRENT.remove();
        }
      }
    }
  }

  private static Checkout prepare(Connection connection, OrderingEngine engine)
      throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE parcel (address VARCHAR(100) NOT NULL)");
    }
    NewUser rich = NewUser.named("Ada").openingBalance(Money.of(50_000));
    User ada = engine.users().register(rich).orElseThrow();
    NewProduct mugs = NewProduct.of("Acme", "Mug").option("red", Money.of(4_000), 5);
    Product mug = engine.catalog().add(mugs).orElseThrow();
    return Checkout.by(ada.id()).item(mug.details().get(0).id(), 3);
  }

  private static void ship(Connection connection, String address) throws SQLException {
    String sql = "INSERT INTO parcel (address) VALUES (?)";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, address);
      statement.executeUpdate();
    }
  }

  private static int parcels(HikariDataSource pool) throws SQLException {
    try (Connection connection = pool.getConnection();
        Statement statement = connection.createStatement();
        ResultSet results = statement.executeQuery("SELECT COUNT(*) FROM parcel")) {
      results.next();
      return results.getInt(1);
    }
  }

  private static String told(Outcome<Order> outcome) {
    return outcome.fold(order -> "order " + order.id(), no -> no.code());
  }

  private static HikariDataSource pool() {
    var config = new HikariConfig();
    config.setJdbcUrl("jdbc:h2:mem:" + UUID.randomUUID());
    config.setAutoCommit(false);
    config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
    return new HikariDataSource(config);
  }
}
