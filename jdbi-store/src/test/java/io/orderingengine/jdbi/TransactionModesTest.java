package io.orderingengine.jdbi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.orderingengine.jdbi.HostTransactionRefusedException.Reason;
import io.orderingengine.spi.OrderingStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Each cell of the table of transactions in the README is true. */
class TransactionModesTest {
  private static final Path README = Path.of("..", "README.md");
  private static final String HEAD = "| database | transactions | autoCommit |";
  private static final int LEVELS_FROM = 3;
  private static final int CELLS = 64;

  @TestFactory
  List<DynamicTest> cells() throws IOException {
    List<String> lines = Files.readAllLines(README);
    int head =
        IntStream.range(0, lines.size())
            .filter(i -> lines.get(i).startsWith(HEAD))
            .findFirst()
            .orElseThrow();
    List<String> levels = cells(lines.get(head));
    List<DynamicTest> tests =
        lines.stream()
            .skip(head + 2)
            .takeWhile(line -> line.startsWith("|"))
            .flatMap(line -> row(levels, cells(line)))
            .toList();
    assertThat(tests).as("cells of the table").hasSize(CELLS);
    assertThat(tests)
        .as("different cells")
        .extracting(DynamicTest::getDisplayName)
        .doesNotHaveDuplicates();
    return tests;
  }

  private static List<String> cells(String line) {
    return Arrays.stream(line.split("\\|")).skip(1).map(String::strip).toList();
  }

  private static Stream<DynamicTest> row(List<String> levels, List<String> row) {
    return IntStream.range(LEVELS_FROM, row.size())
        .mapToObj(
            i -> {
              var cell = new Cell(row.get(0), row.get(1), row.get(2), levels.get(i));
              return dynamicTest(cell.toString(), () -> cell.assertThatIt(row.get(i)));
            });
  }

  /** One combination of what a host may have. */
  private record Cell(String database, String transactions, String autoCommit, String level) {
    void assertThatIt(String what) throws SQLException {
      try (TestDatabase tables = tables();
          OrderingStore books = tables.open();
          MugShop shop = new MugShop(books, Duration.ofSeconds(10));
          HikariDataSource pool = pool(tables)) {
        switch (transactions) {
          case "own" -> assertOwn(what, tables, shop, pool);
          case "host's" -> assertHosts(what, tables, shop, pool);
          default -> throw new IllegalArgumentException(transactions);
        }
        shop.assertSold(books, what.equals("works") ? 1 : 0);
      }
    }

    private TestDatabase tables() {
      return switch (database) {
        case "H2 in memory" -> EachDatabase.H2.take();
        case "H2 in a file" -> H2Databases.IN_A_FILE.take();
        case "PostgreSQL" -> EachDatabase.POSTGRESQL.take();
        case "MariaDB" -> EachDatabase.MARIADB.take();
        default -> throw new IllegalArgumentException(database);
      };
    }

    private HikariDataSource pool(TestDatabase tables) {
      var config = new HikariConfig();
      config.setDataSource(tables.unpooled());
      config.setMaximumPoolSize(2);
      config.setMinimumIdle(0);
      config.setAutoCommit(autoCommit.equals("on"));
      config.setTransactionIsolation("TRANSACTION_" + level.replace(' ', '_'));
      return new HikariDataSource(config);
    }

    private void assertOwn(String what, TestDatabase tables, MugShop shop, HikariDataSource pool) {
      assertThat(what).isEqualTo("works");
      OrderingStore store = JdbiStore.ownTransactions(pool).tablePrefix(tables.prefix()).build();
      try (MugShop same = shop.startedAnew(store)) {
        same.buy().orElseThrow();
      }
    }

    private void assertHosts(String what, TestDatabase tables, MugShop shop, HikariDataSource pool)
        throws SQLException {
      try (Connection connection = pool.getConnection()) {
        JdbiStoreBuilder joining =
            JdbiStore.hostTransactions(pool, () -> connection).tablePrefix(tables.prefix());
        if (what.equals("refused: file")) {
          assertThatThrownBy(joining::build)
              .isInstanceOf(IllegalStateException.class)
              .hasMessageContaining("use JdbiStore.ownTransactions(dataSource)");
          return;
        }
        try (MugShop joined = shop.startedAnew(joining.build())) {
          assertThat(connection.getAutoCommit()).isEqualTo(autoCommit.equals("on"));
          connection.setAutoCommit(false);
          if (what.equals("refused: level")) {
            assertThatThrownBy(joined::buy)
                .isInstanceOf(HostTransactionRefusedException.class)
                .hasMessageContaining("is at " + level)
                .hasMessageContaining("set that level")
                .extracting("reason")
                .isEqualTo(Reason.ISOLATION_LEVEL);
          } else {
            assertThat(what).isEqualTo("works");
            assertThatCode(() -> joined.buy().orElseThrow())
                .as("a command that works")
                .doesNotThrowAnyException();
          }
          connection.commit();
        }
      }
    }
  }
}
