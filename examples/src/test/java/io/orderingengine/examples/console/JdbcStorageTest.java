package io.orderingengine.examples.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderingengine.examples.Printed;
import io.orderingengine.user.NewUser;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run on a host's database: in tables of its own, which are gone when it is over. */
final class JdbcStorageTest {
  @Test
  void aPlaceHasTablesOfItsOwnUntilItIsClosed() throws SQLException {
    try (var database = new H2InMemory()) {
      database.execute("CREATE TABLE flash_sale_of_the_host (id INT)");

      List<String> printed =
          Printed.by(
              out -> {
                try (Place one = open(database.url(), out);
                    Place other = open(database.url(), out)) {
                  register(one, "ada");
                  assertThat(has(one, "ada")).isTrue();
                  assertThat(has(other, "ada")).isFalse();
                }
              });

      assertThat(printed).isEmpty();
      assertThat(database.tables()).containsExactly("FLASH_SALE_OF_THE_HOST");
    }
  }

  @Test
  void aPlaceSaysWhatItIsAndWhere() throws SQLException {
    try (var database = new H2InMemory();
        Place place = open(database.url())) {
      assertThat(place.name()).matches("on H2 2\\.\\d+\\.\\d+");
      assertThat(place.description())
          .matches(
              place.name()
                  + " at jdbc:h2:mem:[-0-9a-f]+,"
                  + " tables flash_sale_\\w{1,10}_\\* \\(dropped at the end\\)");
    }
  }

  @Test
  void tablesThatCannotBeDroppedAreNamed() throws SQLException {
    try (var database = new H2InMemory()) {
      database.execute("SET DEFAULT_LOCK_TIMEOUT 1");

      List<String> printed = Printed.by(out -> closeWhileARowIsLocked(database, out));

      assertThat(printed).hasSize(1);
      assertThat(printed.get(0))
          .matches("The tables flash_sale_\\w+_\\* could not be dropped: Timeout [^;]*");
    }
  }

  private static void closeWhileARowIsLocked(H2InMemory database, PrintStream out) {
    Place place = open(database.url(), out);
    try (Connection host = database.connect();
        Statement statement = host.createStatement()) {
      host.setAutoCommit(false);
      String table =
          database.tables().stream().filter(name -> name.endsWith("_LANE")).findAny().orElseThrow();
      statement.execute(
          "INSERT INTO " + table + " VALUES (0, 0, TIMESTAMP '2030-06-01 12:00:00+00')");
      place.close();
    } catch (SQLException broken) {
      throw new IllegalStateException(broken);
    }
  }

  @Test
  void aDatabaseThatCannotBeReachedIsABadOption() {
    List<String> printed =
        Printed.by(
            out ->
                assertThatThrownBy(
                        () -> open("jdbc:postgresql://localhost:1/shop?password=secret", out))
                    .isInstanceOf(BadOptions.class)
                    .hasMessageStartingWith(
                        "Option jdbc.url must name a database that can be used,"
                            + " but 'jdbc:postgresql://localhost:1/shop' cannot be: "));

    assertThat(printed).isEmpty();
  }

  @Test
  void aDatabaseThatLosesItsRowsIsABadOption() {
    assertThatThrownBy(() -> open("jdbc:h2:mem:forgetful"))
        .isInstanceOf(BadOptions.class)
        .hasMessageEndingWith("its tables are gone when its last connection is closed");
  }

  @Test
  void aDatabaseThatTheStoreRefusesIsABadOptionAndIsLeftEmpty(@TempDir Path folder)
      throws SQLException {
    String url = "jdbc:h2:" + folder.resolve("shop");

    assertThatThrownBy(() -> open(url))
        .isInstanceOf(BadOptions.class)
        .hasMessageContaining("one interrupt of a thread closes the file for all");
    try (Connection connection = DriverManager.getConnection(url);
        ResultSet tables = connection.getMetaData().getTables(null, "PUBLIC", "%", null)) {
      assertThat(tables.next()).isFalse();
    }
  }

  private static Place open(String url) {
    return open(url, new PrintStream(OutputStream.nullOutputStream()));
  }

  private static Place open(String url, PrintStream out) {
    return new JdbcStorage(new Login(url, null, null)).open("flash-sale", out);
  }

  private static void register(Place place, String name) {
    place.visit(
        engine -> engine.users().register(NewUser.named(name).externalId(name)).orElseThrow());
  }

  private static boolean has(Place place, String name) {
    return place.visit(engine -> engine.users().findByExternalId(name).isPresent());
  }
}
