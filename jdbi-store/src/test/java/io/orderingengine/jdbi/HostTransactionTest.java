package io.orderingengine.jdbi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.orderingengine.order.Order;
import io.orderingengine.spi.OrderingStore;
import io.orderingengine.value.IdempotencyKey;
import io.orderingengine.value.Outcome;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A command is part of the host's transaction, whatever the host has it by. */
class HostTransactionTest {
  private TestDatabase database;
  private OrderingStore books;
  private MugShop shop;
  private Host.Transactions host;
  private MugShop joined;

  static Stream<Arguments> hosts() {
    return Arrays.stream(EachDatabase.values())
        .flatMap(database -> Arrays.stream(Host.values()).map(host -> arguments(database, host)));
  }

  private void open(EachDatabase kind, Host by) throws SQLException {
    database = kind.take();
    books = database.open();
    shop = new MugShop(books, Duration.ofSeconds(10));
    HostNotes.create(database);
    host = by.over(database.dataSource());
    joined = shop.startedAnew(host.joining().tablePrefix(database.prefix()).build());
  }

  @AfterEach
  void close() throws SQLException {
    joined.close();
    shop.close();
    HostNotes.drop(database);
    database.close();
  }

  /** What the host throws where it wants its transaction rolled back. */
  private static final class ChangedItsMind extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  @ParameterizedTest
  @MethodSource("hosts")
  void aCommitKeepsTheOrderAndTheHostsRow(EachDatabase kind, Host by) throws SQLException {
    open(kind, by);
    Order order =
        host.run(
            connection -> {
              HostNotes.write(connection, database, 1);
              return joined.buy("key").orElseThrow();
            });
    assertThat(shop.engine.orders().find(order.id())).contains(order);
    assertThat(HostNotes.in(database)).containsExactly(1L);
    shop.assertSold(books, 1);
  }

  @ParameterizedTest
  @MethodSource("hosts")
  void aRollbackLeavesNothing(EachDatabase kind, Host by) throws SQLException {
    open(kind, by);
    assertThatThrownBy(
            () ->
                host.run(
                    connection -> {
                      HostNotes.write(connection, database, 1);
                      joined.buy("key").orElseThrow();
                      HostNotes.write(connection, database, 2);
                      joined.buy().orElseThrow();
                      throw new ChangedItsMind();
                    }))
        .isInstanceOf(ChangedItsMind.class);
    assertThat(shop.engine.orders().findByKey(shop.user, IdempotencyKey.of("key"))).isEmpty();
    assertThat(HostNotes.in(database)).isEmpty();
    shop.assertSold(books, 0);
    shop.assertSells();
  }

  @ParameterizedTest
  @MethodSource("hosts")
  void aRejectionLeavesTheTransactionUsable(EachDatabase kind, Host by) throws SQLException {
    open(kind, by);
    Outcome<Order> outcome =
        host.run(
            connection -> {
              HostNotes.write(connection, database, 1);
              assertThat(joined.buyTooMany().isAccepted()).isFalse();
              HostNotes.write(connection, database, 2);
              return joined.buy();
            });
    assertThat(outcome.isAccepted()).isTrue();
    assertThat(HostNotes.in(database)).containsExactly(1L, 2L);
    shop.assertSold(books, 1);
  }

  /** Others see it when the host has committed. */
  @ParameterizedTest
  @MethodSource("hosts")
  void theTransactionSeesWhatItDid(EachDatabase kind, Host by) throws SQLException {
    open(kind, by);
    host.run(
        connection -> {
          Order order = joined.buy("key").orElseThrow();
          assertThat(joined.engine.orders().find(order.id())).contains(order);
          assertThat(joined.buy("key").orElseThrow()).isEqualTo(order);
          assertThat(shop.engine.orders().find(order.id())).isEmpty();
          return order;
        });
    shop.assertSold(books, 1);
  }
}
