package io.orderingengine.jdbi;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderingengine.OrderingEngine;
import io.orderingengine.catalog.NewProduct;
import io.orderingengine.catalog.ProductDetailId;
import io.orderingengine.contract.Conservation;
import io.orderingengine.contract.Crowd;
import io.orderingengine.order.Checkout;
import io.orderingengine.order.Order;
import io.orderingengine.spi.Grouping;
import io.orderingengine.spi.OrderRow;
import io.orderingengine.spi.OrderingStore;
import io.orderingengine.spi.StoreTimeoutException;
import io.orderingengine.spi.Table;
import io.orderingengine.user.NewUser;
import io.orderingengine.user.UserId;
import io.orderingengine.value.Money;
import io.orderingengine.value.Outcome;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A host holds the row that half of the callers want for longer than a lock is waited for. Groups
 * that name it fail, and write nothing; those who come after the host has let go are served.
 */
class HotRowTest {
  private static final Duration LOCK_TIMEOUT = Duration.ofMillis(300);
  private static final int CALLERS = 16;
  private static final int CALLS = 40;

  /** What one call was told: an order, or that it was too late. */
  private record Told(boolean wantedHot, Order order, StoreTimeoutException late) {}

  @ParameterizedTest
  @EnumSource
  void aRowThatTheHostHoldsFailsTheGroupsThatNameItAndNoOther(EachDatabase kind)
      throws SQLException {
    TestDatabase database = kind.take();
    OrderingStore store =
        JdbiStore.ownTransactions(database.dataSource())
            .tablePrefix(database.prefix())
            .lockTimeout(LOCK_TIMEOUT)
            .build();
    OrderingEngine engine =
        OrderingEngine.builder().store(store).grouping(Grouping.of(2, 60)).build();
    NewUser rich = NewUser.named("Ada").openingBalance(Money.of(10_000));
    List<UserId> users = new ArrayList<>();
    for (int i = 0; i < CALLERS; i++) {
      users.add(engine.users().register(rich).orElseThrow().id());
    }
    ProductDetailId hot = option(engine);
    ProductDetailId cold = option(engine);
    var late = new CountDownLatch(2);
    List<Told> told;
    try (Connection host = database.unpooled().getConnection();
        Statement statement = host.createStatement()) {
      host.setAutoCommit(false);
      statement.executeUpdate(
          "UPDATE %sproduct_details SET stock = stock WHERE id = %d"
              .formatted(database.prefix(), hot.value()));
      told =
          Crowd.of(
                  CALLERS + 1,
                  i -> {
                    if (i == CALLERS) {
                      letGoAfter(late, host);
                      return List.<Told>of();
                    }
                    ProductDetailId wanted = i % 2 == 0 ? hot : cold;
                    return buy(engine, users.get(i), wanted, wanted.equals(hot), late);
                  })
              .stream()
              .flatMap(List::stream)
              .toList();
    }
    engine.close();
    assertRowsAreAsTold(database.open(), told);
    database.close();
  }

  private static ProductDetailId option(OrderingEngine engine) {
    NewProduct mug = NewProduct.of("Acme", "Mug").option("red", Money.of(1), 10_000);
    return engine.catalog().add(mug).orElseThrow().details().get(0).id();
  }

  /** The host lets go when two callers have been refused for its sake. */
  private static void letGoAfter(CountDownLatch late, Connection host) {
    try {
      assertThat(late.await(60, TimeUnit.SECONDS)).as("whether callers time out").isTrue();
      host.rollback();
    } catch (InterruptedException | SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Buys until it was served often enough; the first of those who want the hot row cannot be. */
  private static List<Told> buy(
      OrderingEngine engine,
      UserId user,
      ProductDetailId option,
      boolean isHot,
      CountDownLatch late) {
    List<Told> told = new ArrayList<>();
    int served = 0;
    for (int i = 0; i < CALLS && served < 3; i++) {
      try {
        Outcome<Order> outcome =
            engine.orders().checkout(Checkout.by(user).item(option, 1).key("k" + i));
        told.add(new Told(isHot, outcome.orElseThrow(), null));
        served++;
      } catch (StoreTimeoutException e) {
        told.add(new Told(isHot, null, e));
        late.countDown();
      }
    }
    assertThat(served).as("orders of one caller in the end").isEqualTo(3);
    return told;
  }

  private static void assertRowsAreAsTold(OrderingStore store, List<Told> told) {
    Set<Long> orders =
        store.queries().chunk(Table.ORDERS, 0, 10_000).stream()
            .map(OrderRow::id)
            .collect(Collectors.toSet());
    assertThat(orders)
        .as("orders kept = orders told")
        .isEqualTo(
            told.stream()
                .filter(call -> call.order() != null)
                .map(call -> call.order().id().value())
                .collect(Collectors.toSet()));
    assertThat(told.stream().filter(call -> call.late() != null && call.wantedHot()))
        .as("those who wanted the row that was held, and were too late")
        .isNotEmpty();
    Conservation.assertHolds(store);
    store.close();
  }
}
