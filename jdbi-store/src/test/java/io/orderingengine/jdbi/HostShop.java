package io.orderingengine.jdbi;

import com.zaxxer.hikari.HikariDataSource;
import io.orderingengine.OrderingEngine;
import io.orderingengine.catalog.NewProduct;
import io.orderingengine.catalog.ProductDetail;
import io.orderingengine.catalog.ProductDetailId;
import io.orderingengine.order.Checkout;
import io.orderingengine.spi.OrderingStore;
import io.orderingengine.user.NewUser;
import io.orderingengine.user.UserId;
import io.orderingengine.value.Money;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** A host that keeps tables of its own beside those of a shop, which sells a few hot options. */
final class HostShop implements AutoCloseable {
  static final int SKUS = 4;
  private static final int USERS = 8;

  final HikariDataSource pool;
  final List<UserId> users;

  /** In ascending order. */
  final List<ProductDetailId> skus;

  private final String prefix;

  HostShop(EachDatabase database, long stock) {
    prefix = database.newPrefix();
    pool = TestDatabase.pool(database.dataSource());
    Schema.in(pool).tablePrefix(prefix).createIfMissing();
    try (OrderingEngine engine = OrderingEngine.builder().store(store()).build()) {
      NewUser rich = NewUser.named("Ada").openingBalance(Money.of(1_000_000_000));
      users =
          IntStream.range(0, USERS)
              .mapToObj(i -> engine.users().register(rich).orElseThrow().id())
              .toList();
      NewProduct product = NewProduct.of("Acme", "Mug");
      for (int i = 0; i < SKUS; i++) {
        product = product.option("colour " + i, Money.of(1), stock);
      }
      skus =
          engine.catalog().add(product).orElseThrow().details().stream()
              .map(ProductDetail::id)
              .toList();
    }
  }

  OrderingStore store() {
    return store(TestDatabase.LOCK_TIMEOUT);
  }

  OrderingStore store(Duration lockTimeout) {
    return JdbiStore.ownTransactions(pool).tablePrefix(prefix).lockTimeout(lockTimeout).build();
  }

  OrderingStore joining(HostConnection host) {
    return JdbiStore.hostTransactions(pool, host)
        .tablePrefix(prefix)
        .lockTimeout(TestDatabase.LOCK_TIMEOUT)
        .build();
  }

  /** One unit of two or more of the options, in any order. */
  Checkout cart(Random random) {
    List<ProductDetailId> shuffled = new ArrayList<>(skus);
    Collections.shuffle(shuffled, random);
    Checkout cart = Checkout.by(users.get(random.nextInt(USERS)));
    for (ProductDetailId sku : shuffled.subList(0, 2 + random.nextInt(SKUS - 1))) {
      cart = cart.item(sku, 1);
    }
    return cart;
  }

  /** Runs a statement in the connection's transaction. */
  int execute(Connection connection, String sql, Object... arguments) throws SQLException {
    try (PreparedStatement statement = prepare(connection, sql, arguments)) {
      return statement.execute() ? 0 : statement.getUpdateCount();
    }
  }

  /** The statement's first column. */
  List<Long> numbers(Connection connection, String sql, Object... arguments) throws SQLException {
    try (PreparedStatement statement = prepare(connection, sql, arguments);
        ResultSet results = statement.executeQuery()) {
      List<Long> numbers = new ArrayList<>();
      while (results.next()) {
        numbers.add(results.getLong(1));
      }
      return numbers;
    }
  }

  private PreparedStatement prepare(Connection connection, String sql, Object... arguments)
      throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql.replace("${prefix}", prefix));
    for (int i = 0; i < arguments.length; i++) {
      statement.setObject(i + 1, arguments[i]);
    }
    return statement;
  }

  @Override
  public void close() {
    pool.close();
  }
}
