package io.orderingengine.jdbi;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each version is what it is said to be, and makes of the scripts what is kept beside them. */
class EveryVersionTest {
  private static final String IN_MEMORY = "mem:every-version;DB_CLOSE_DELAY=-1";

  @ParameterizedTest
  @CsvSource({"2.3.232", "2.4.240", "2.5.252"})
  void h2(String version) throws SQLException {
    DataSource dataSource =
        switch (version.substring(0, 3)) {
          case "2.3" -> OlderH2.V2_3.dataSource(IN_MEMORY);
          case "2.4" -> OlderH2.V2_4.dataSource(IN_MEMORY);
          default -> H2Databases.dataSource(IN_MEMORY);
        };
    assertMade(dataSource, version);
  }

  @Test
  void postgreSql15() throws SQLException {
    assertMadeByOlder(PostgreSqlServer.V15);
  }

  @Test
  void postgreSql16() throws SQLException {
    assertMadeByOlder(PostgreSqlServer.V16);
  }

  @Test
  void postgreSql17() throws SQLException {
    assertMadeByOlder(PostgreSqlServer.V17);
  }

  @Test
  void postgreSql18() throws SQLException {
    assertMade(PostgreSqlServer.NEWEST.dataSource(), "18.");
  }

  @Test
  void mariaDb1011() throws SQLException {
    assertMade(MariaDbServer.V10_11.dataSource(), "10.11.");
    MariaDbServer.V10_11.stop();
  }

  @Test
  void mariaDb114() throws SQLException {
    assertMade(MariaDbServer.NEWEST.dataSource(), "11.4.");
  }

  /** The newest servers are left to the other tests. */
  private static void assertMadeByOlder(PostgreSqlServer server) throws SQLException {
    assertMade(server.dataSource(), server.version() + ".");
    server.stop();
  }

  private static void assertMade(DataSource dataSource, String version) throws SQLException {
    Schema.in(dataSource).createIfMissing();
    Schema.in(dataSource).validate();
    try (Connection connection = dataSource.getConnection()) {
      assertThat(connection.getMetaData().getDatabaseProductVersion()).startsWith(version);
      Database database = Dialect.of(connection).database();
      assertThat(TableCatalog.read(connection, database, Prefix.DEFAULT).toString())
          .isEqualTo(TableCatalog.expected(database).toString());
    }
  }
}
