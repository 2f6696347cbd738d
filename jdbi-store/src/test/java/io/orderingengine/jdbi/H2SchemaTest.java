package io.orderingengine.jdbi;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The tables on H2. */
class H2SchemaTest extends SchemaSuite {
  @Override
  DataSource emptySchema() {
    return database("");
  }

  private static DataSource database(String settings) {
    String url = "mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";
    DataSource dataSource = H2Databases.dataSource(url + settings);
    execute(dataSource, "CREATE SCHEMA a_b", "CREATE SCHEMA axb");
    return H2Databases.dataSource(url + settings + ";SCHEMA=a_b");
  }

  @Override
  DataSource siblingOf(DataSource dataSource) {
    String url = ((JdbcDataSource) dataSource).getURL();
    return H2Databases.dataSource(url.replace("jdbc:h2:", "").replace("SCHEMA=a_b", "SCHEMA=axb"));
  }

  @Override
  void interruptedInstallation() {
    execute(dataSource, halfOfTheScript(Dialect.H2).toArray(String[]::new));
  }

  @Override
  String typeName(String type) {
    return switch (type) {
      case "bigint" -> "bigint";
      case "varchar" -> "character varying(255)";
      case "code" -> "character varying(20)";
      default -> "timestamp with time zone(6)";
    };
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "DATABASE_TO_UPPER=FALSE",
        "DATABASE_TO_LOWER=TRUE",
        "CASE_INSENSITIVE_IDENTIFIERS=TRUE",
        "DATABASE_TO_UPPER=FALSE;CASE_INSENSITIVE_IDENTIFIERS=TRUE",
        "MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH",
        "MODE=MySQL;DATABASE_TO_LOWER=TRUE;CASE_INSENSITIVE_IDENTIFIERS=TRUE",
        "MODE=MariaDB",
        "MODE=Oracle",
        "MODE=MSSQLServer",
        "MODE=DB2",
        "MODE=Derby",
        "MODE=HSQLDB",
        "MODE=STRICT",
        "MODE=LEGACY",
        "OLD_INFORMATION_SCHEMA=TRUE",
      })
  void whateverTheDatabaseMakesOfNamesAndDialects(String settings) {
    DataSource odd = database(";" + settings);
    Schema.in(odd).createIfMissing();
    Schema.in(odd).createIfMissing();
    Schema.in(odd).validate();
    useTables(odd, "ordering_");
  }

  @Test
  void aDatabaseThatTakesNoLiteralsIsRefused() {
    DataSource strict = H2Databases.dataSource("mem:" + UUID.randomUUID() + ";ALLOW_LITERALS=NONE");
    assertThatThrownBy(Schema.in(strict)::createIfMissing)
        .isInstanceOf(DatabaseException.class)
        .hasMessageContaining("Literals of this kind are not allowed");
  }
}
