package io.orderingengine.jdbi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** The tables on PostgreSQL. */
class PostgreSqlSchemaTest extends SchemaSuite {
  private static final AtomicInteger SCHEMAS = new AtomicInteger();

  @Override
  DataSource emptySchema() {
    return inNewSchema("a_b" + SCHEMAS.incrementAndGet());
  }

  @Override
  DataSource siblingOf(DataSource dataSource) {
    return inNewSchema(((PGSimpleDataSource) dataSource).getCurrentSchema().replace('_', 'x'));
  }

  private static DataSource inNewSchema(String name) {
    execute(PostgreSqlServer.NEWEST.dataSource(), "CREATE SCHEMA " + name);
    return in(name);
  }

  private static PGSimpleDataSource in(String searchPath) {
    PGSimpleDataSource dataSource = PostgreSqlServer.NEWEST.dataSource();
    dataSource.setCurrentSchema(searchPath);
    return dataSource;
  }

  /** A transaction whose process is gone is rolled back by the server. */
  @Override
  void interruptedInstallation() {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      for (String sql : halfOfTheScript(Dialect.POSTGRESQL)) {
        statement.execute(sql);
      }
      connection.abort(Runnable::run);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  String typeName(String type) {
    return switch (type) {
      case "bigint" -> "int8";
      case "varchar" -> "varchar(255)";
      case "code" -> "varchar(20)";
      default -> "timestamptz(6)";
    };
  }

  @Test
  void aFailedMigrationLeavesNothingBehind() {
    schema.createIfMissing();
    TableCatalog before = catalog(dataSource);
    Schema broken =
        schema.scripts(
            database ->
                List.of(
                    new Script(
                        2, "V2__broken.sql", "CREATE TABLE ${prefix}half (id BIGINT);\nNO;")));
    assertThatThrownBy(broken::migrate).isInstanceOf(DatabaseException.class);
    assertThat(catalog(dataSource)).isEqualTo(before);
  }

  @Test
  void aSearchPathOfSeveralSchemasCountsItsFirst() {
    String own = ((PGSimpleDataSource) dataSource).getCurrentSchema();
    String other = ((PGSimpleDataSource) siblingOf(dataSource)).getCurrentSchema();
    schema.createIfMissing();
    useTables(in(own + "," + other), "ordering_");
    assertThatThrownBy(() -> store(in(other + "," + own), "ordering_"))
        .isInstanceOf(SchemaException.class);
  }

  @Test
  void aSchemaThatIsNotThereIsNamedByTheDatabase() {
    DataSource nowhere = in("no_such_schema");
    assertThatThrownBy(() -> store(nowhere, "ordering_"))
        .isInstanceOf(SchemaException.class)
        .hasMessageContaining("no tables");
    assertThatThrownBy(Schema.in(nowhere)::createIfMissing)
        .isInstanceOf(DatabaseException.class)
        .hasMessageContaining("no schema has been selected");
  }

  /** A role that may read and write the tables that another one makes. */
  private DataSource asUserOf(String own) {
    String role = "clerk" + SCHEMAS.incrementAndGet();
    execute(
        dataSource,
        "CREATE ROLE " + role + " LOGIN PASSWORD 'x'",
        "GRANT USAGE ON SCHEMA " + own + " TO " + role,
        "ALTER DEFAULT PRIVILEGES IN SCHEMA "
            + own
            + " GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO "
            + role);
    PGSimpleDataSource clerk = in(own);
    clerk.setUser(role);
    clerk.setPassword("x");
    return clerk;
  }

  @Test
  void aRoleThatMayNotMakeTablesUsesThoseThatAreThere() {
    DataSource clerk = asUserOf(((PGSimpleDataSource) dataSource).getCurrentSchema());
    assertThatThrownBy(Schema.in(clerk)::createIfMissing)
        .isInstanceOf(DatabaseException.class)
        .hasMessageContaining("permission denied for schema")
        .extracting(e -> ((DatabaseException) e).sqlState())
        .isEqualTo("42501");
    schema.createIfMissing();
    Schema.in(clerk).createIfMissing();
    Schema.in(clerk).migrate();
    Schema.in(clerk).validate();
    useTables(clerk, "ordering_");
  }
}
