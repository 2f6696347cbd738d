package io.orderingengine.jdbi;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderingengine.spi.OrderingStore;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Commits that end in an error, though they were made, or were not, on one kind of database. */
abstract class UnknownCommitSuite {
  final DataSource database;

  private final AtomicReference<Fault> next = new AtomicReference<>();
  private final AtomicInteger commits = new AtomicInteger();

  enum Fault {
    MADE,
    NOT_MADE
  }

  UnknownCommitSuite(DataSource database) {
    this.database = database;
    Schema.in(database).createIfMissing();
  }

  Object call(String method, Callable<Object> proceed) throws Exception {
    if (!method.equals("commit")) {
      return proceed.call();
    }
    commits.incrementAndGet();
    Fault fault = next.getAndSet(null);
    if (fault != Fault.NOT_MADE) {
      proceed.call();
    }
    if (fault != null) {
      throw new SQLException("the answer is lost", "08006");
    }
    return null;
  }

  void assertSoldOne(DataSource dataSource, Fault fault) {
    OrderingStore store = JdbiStore.ownTransactions(dataSource).build();
    try (var shop = new MugShop(store, Duration.ofSeconds(10));
        OrderingStore books = JdbiStore.ownTransactions(database).build()) {
      int before = commits.get();
      next.set(fault);
      shop.assertSells();
      shop.assertSold(books, 1);
      assertThat(commits.get() - before).as("commits").isEqualTo(fault == Fault.MADE ? 1 : 2);
    }
  }

  @ParameterizedTest
  @EnumSource(Fault.class)
  void onFreshConnections(Fault fault) {
    assertSoldOne(JdbcProxy.connections(database, this::call), fault);
  }
}
