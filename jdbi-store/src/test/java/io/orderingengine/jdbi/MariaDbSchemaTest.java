package io.orderingengine.jdbi;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The tables on MariaDB, where a schema is a database. */
class MariaDbSchemaTest extends SchemaSuite {
  private static final AtomicInteger DATABASES = new AtomicInteger();

  /** What standard SQL says, and what MariaDB says. */
  private static final Map<String, String> WORDS =
      Map.of(
          "ALTER COLUMN (.*) SET DATA TYPE (.*)", "MODIFY $1 $2 NOT NULL",
          "ALTER COLUMN (.*) DROP NOT NULL", "MODIFY $1 VARCHAR(255)",
          "ALTER COLUMN (.*) SET NOT NULL", "MODIFY $1 VARCHAR(255) NOT NULL",
          "TIMESTAMP\\(3\\) WITH TIME ZONE", "DATETIME(3)",
          "DROP CONSTRAINT .*_pk", "DROP PRIMARY KEY",
          "(DROP INDEX ordering_coupon)(.*)", "$1$2 ON ordering_coupon");

  @Override
  DataSource emptySchema() {
    return inNewDatabase("a_b" + DATABASES.incrementAndGet());
  }

  @Override
  DataSource siblingOf(DataSource dataSource) {
    return inNewDatabase(database(dataSource).replace('_', 'x'));
  }

  private static DataSource inNewDatabase(String name) {
    execute(MariaDbServer.NEWEST.dataSource(), "CREATE DATABASE " + name);
    return in(name);
  }

  private static DataSource in(String database) {
    return MariaDbServer.dataSource(MariaDbServer.NEWEST.url(database));
  }

  private static String database(DataSource dataSource) {
    return query(dataSource, "SELECT DATABASE()").get(0);
  }

  @Override
  void interruptedInstallation() {
    execute(dataSource, halfOfTheScript(Dialect.MARIADB).toArray(String[]::new));
  }

  @Override
  String typeName(String type) {
    return switch (type) {
      case "bigint" -> "bigint";
      case "varchar" -> "varchar(255)";
      case "code" -> "varchar(20)";
      default -> "datetime(6)";
    };
  }

  @Override
  String ownWords(String change) {
    String sql = change;
    for (Map.Entry<String, String> word : WORDS.entrySet()) {
      sql = sql.replaceFirst(word.getKey(), word.getValue());
    }
    return sql;
  }

  private DataSource with(String setting) {
    String url = MariaDbServer.NEWEST.url(database(dataSource));
    return MariaDbServer.dataSource(url + "&" + setting);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "useServerPrepStmts=true",
        "allowMultiQueries=true",
        "rewriteBatchedStatements=true",
        "useBulkStmts=true",
        "cachePrepStmts=true&useServerPrepStmts=true",
        "timezone=-09:00",
        "preserveInstants=true&timezone=-09:00",
        "tinyInt1isBit=false",
        "transformedBitIsBoolean=false",
        "connectionCollation=utf8mb4_general_ci",
        "sessionVariables=time_zone='-07:00'",
        "sessionVariables=sql_mode='STRICT_ALL_TABLES,ANSI,NO_BACKSLASH_ESCAPES'",
        "sessionVariables=sql_mode='STRICT_TRANS_TABLES,ORACLE'",
      })
  void whateverTheUrlSets(String setting) {
    DataSource odd = with(setting);
    Schema.in(odd).createIfMissing();
    Schema.in(odd).createIfMissing();
    Schema.in(odd).validate();
    useTables(odd, "ordering_");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "sessionVariables=sql_mode='' | add STRICT_TRANS_TABLES to sql_mode",
        "sessionVariables=foreign_key_checks=0 | set foreign_key_checks",
        "sessionVariables=check_constraint_checks=0 | and check_constraint_checks to 1",
        "useAffectedRows=true | does not count the rows that a statement found",
      })
  void aConnectionThatKeepsNoPromisesIsRefused(String setting, String sentence) {
    schema.createIfMissing();
    assertThatThrownBy(() -> store(with(setting), "ordering_"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(sentence);
  }

  @Test
  void aConnectionWithoutADatabaseFindsNoTables() {
    schema.createIfMissing();
    DataSource nowhere = in("");
    assertThatThrownBy(() -> store(nowhere, "ordering_"))
        .isInstanceOf(SchemaException.class)
        .hasMessageContaining("no tables");
    assertThatThrownBy(Schema.in(nowhere)::createIfMissing)
        .isInstanceOf(DatabaseException.class)
        .hasMessageContaining("No database selected");
  }
}
