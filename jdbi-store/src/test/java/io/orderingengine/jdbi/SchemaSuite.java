package io.orderingengine.jdbi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderingengine.OrderingEngine;
import io.orderingengine.user.NewUser;
import io.orderingengine.user.User;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@link Schema} does with tables, on one kind of database. */
abstract class SchemaSuite {
  private static final String BROKEN = "CREATE TABLE ${prefix}half (id BIGINT);\nNOT SQL AT ALL;";

  /** An empty schema, with whatever the connections need to be in it. */
  abstract DataSource emptySchema();

  /** Another schema of the same database, whose name has the pattern of the first one's. */
  abstract DataSource siblingOf(DataSource dataSource);

  final DataSource dataSource = emptySchema();
  final Schema schema = Schema.in(dataSource);

  static void execute(DataSource dataSource, String... statements) {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  static List<String> query(DataSource dataSource, String sql) {
    List<String> rows = new ArrayList<>();
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement();
        ResultSet results = statement.executeQuery(sql)) {
      while (results.next()) {
        rows.add(results.getString(1));
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return rows;
  }

  static JdbiStore store(DataSource dataSource, String prefix) {
    return JdbiStore.ownTransactions(dataSource).tablePrefix(prefix).build();
  }

  /** Registers a user, and finds it again. */
  static User useTables(DataSource dataSource, String prefix) {
    try (OrderingEngine engine =
        OrderingEngine.builder().store(store(dataSource, prefix)).build()) {
      User user = engine.users().register(NewUser.named("Ada").externalId("u-17")).orElseThrow();
      assertThat(engine.users().find(user.id())).contains(user);
      return user;
    }
  }

  static List<String> versions(DataSource dataSource) {
    return query(dataSource, "SELECT version FROM ordering_schema_version ORDER BY version");
  }

  // making tables

  @Test
  void tablesAreMadeOnceAndThenLeftAsTheyAre() {
    schema.createIfMissing();
    User ada = useTables(dataSource, "ordering_");
    schema.createIfMissing();
    schema.migrate();
    assertThat(useTables(dataSource, "ordering_")).isEqualTo(ada);
    assertThat(versions(dataSource)).containsExactly("1");
    assertThat(query(dataSource, "SELECT COUNT(*) FROM ordering_id_counter")).containsExactly("1");
    schema.validate();
  }

  @Test
  void migrateMakesTablesToo() {
    schema.migrate();
    schema.validate();
  }

  @Test
  void withoutTablesTheStoreSaysWhatToCall() {
    assertThatThrownBy(() -> store(dataSource, "shop_"))
        .isInstanceOf(SchemaException.class)
        .hasMessageContaining("no tables with the prefix shop_")
        .hasMessageContaining("Schema.in(dataSource).createIfMissing()");
  }

  @Test
  void newerTablesAreRefused() {
    schema.createIfMissing();
    execute(
        dataSource,
        "INSERT INTO ordering_schema_version (version, installed_at)"
            + " VALUES (7, CURRENT_TIMESTAMP)");
    for (Runnable use :
        List.<Runnable>of(schema::createIfMissing, schema::migrate, schema::check)) {
      assertThatThrownBy(use::run)
          .isInstanceOf(SchemaException.class)
          .hasMessageContaining("are of version 7, which is newer than 1")
          .hasMessageContaining("use a newer library");
    }
  }

  @Test
  void aDatabaseThatIsHalfMadeIsMadeWhole() {
    interruptedInstallation();
    assertThatThrownBy(schema::check).isInstanceOf(SchemaException.class);
    schema.createIfMissing();
    schema.validate();
    useTables(dataSource, "ordering_");
  }

  /** What a process leaves that is killed while it makes the tables. */
  abstract void interruptedInstallation();

  /** The statements of the first script up to its middle. */
  static List<String> halfOfTheScript(Dialect dialect) {
    String sql = Script.of(dialect.database()).get(0).sql(Prefix.DEFAULT);
    List<String> statements = Arrays.asList(sql.split(";\\s*\n"));
    return statements.subList(0, statements.size() / 2);
  }

  // the next version

  private Schema withSecondScript(String sql) {
    return schema.scripts(
        database -> {
          List<Script> scripts = new ArrayList<>(Script.of(database));
          scripts.add(new Script(2, "V2__next.sql", sql));
          return scripts;
        });
  }

  private Schema withSecondVersion() {
    return withSecondScript(
        """
        ALTER TABLE ${prefix}user ADD COLUMN IF NOT EXISTS nickname VARCHAR(20);
        INSERT INTO ${prefix}schema_version (version, installed_at)
        SELECT 2, CURRENT_TIMESTAMP
        WHERE NOT EXISTS (SELECT 1 FROM ${prefix}schema_version WHERE version = 2);
        """);
  }

  @Test
  void olderTablesAreLeftUntilOneMigrates() {
    schema.createIfMissing();
    User ada = useTables(dataSource, "ordering_");
    Schema next = withSecondVersion();
    next.createIfMissing();
    assertThat(versions(dataSource)).containsExactly("1");
    assertThatThrownBy(next::check)
        .isInstanceOf(SchemaException.class)
        .hasMessageContaining("are of version 1, but must be of version 2")
        .hasMessageContaining("Schema.in(dataSource).migrate()");
    next.migrate();
    next.migrate();
    next.check();
    assertThat(versions(dataSource)).containsExactly("1", "2");
    assertThat(query(dataSource, "SELECT nickname FROM ordering_user")).hasSize(1);
    assertThat(query(dataSource, "SELECT id FROM ordering_user"))
        .containsExactly(Long.toString(ada.id().value()));
  }

  @Test
  void anEmptySchemaGetsAllVersions() {
    withSecondVersion().createIfMissing();
    assertThat(versions(dataSource)).containsExactly("1", "2");
  }

  @Test
  void aMigrationThatFailsLeavesTheTablesInUse() {
    schema.createIfMissing();
    User ada = useTables(dataSource, "ordering_");
    assertThatThrownBy(withSecondScript(BROKEN)::migrate)
        .isInstanceOf(DatabaseException.class)
        .hasMessageContaining("NOT");
    assertThat(versions(dataSource)).containsExactly("1");
    assertThat(useTables(dataSource, "ordering_")).isEqualTo(ada);
    withSecondVersion().migrate();
    assertThat(versions(dataSource)).containsExactly("1", "2");
  }

  // what is missing or different

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ALTER TABLE ordering_user DROP COLUMN email | user: column email is missing",
        "ALTER TABLE ordering_event ALTER COLUMN amount SET DATA TYPE INTEGER"
            + " | event: column amount is int",
        "ALTER TABLE ordering_user ALTER COLUMN name SET DATA TYPE VARCHAR(100)"
            + " | user: column name is",
        "ALTER TABLE ordering_event ALTER COLUMN created_at"
            + " SET DATA TYPE TIMESTAMP(3) WITH TIME ZONE | event: column created_at is",
        "ALTER TABLE ordering_user ALTER COLUMN name DROP NOT NULL | user: column name is",
        "ALTER TABLE ordering_user ALTER COLUMN email SET NOT NULL | user: column email is",
        "ALTER TABLE ordering_coupon DROP CONSTRAINT ordering_coupon_external_id_key"
            + " | coupon: index (external_id) is missing; it must be unique",
        "DROP INDEX ordering_coupon_created_at" + " | coupon: index (created_at, id) is missing",
        "ALTER TABLE ordering_balance DROP CONSTRAINT ordering_balance_balance_check"
            + " | balance: check balance_balance_check is missing; it must be balance >= 0",
        "DROP TABLE ordering_stock_adjustment | stock_adjustment: the table is missing",
      })
  void whatIsMissingOrDifferentIsNamed(String change, String difference) {
    schema.createIfMissing();
    change(change);
    List<String> differences = differences();
    assertThat(differences).singleElement().asString().startsWith(difference);
    assertThatThrownBy(schema::validate).hasMessageContaining(differences.get(0));
  }

  private void change(String... statements) {
    execute(dataSource, Stream.of(statements).map(this::ownWords).toArray(String[]::new));
  }

  /** What the database says for a change of a table. */
  String ownWords(String change) {
    return change;
  }

  @Test
  void aForeignKeyThatIsMissingIsNamed() {
    schema.createIfMissing();
    execute(
        dataSource,
        "ALTER TABLE ordering_order_item DROP CONSTRAINT ordering_order_item_product_detail_id_fk");
    assertThat(differences())
        .contains(
            "order_item: foreign key product_detail_id is missing; it must be to product_details.id")
        .allMatch(difference -> difference.contains("product_detail_id"));
  }

  @Test
  void aCheckThatIsWeakerIsNamed() {
    schema.createIfMissing();
    execute(
        dataSource,
        "ALTER TABLE ordering_product_details DROP CONSTRAINT ordering_product_details_stock_check",
        "ALTER TABLE ordering_product_details"
            + " ADD CONSTRAINT ordering_product_details_stock_check CHECK (stock >= price)");
    assertThat(differences())
        .containsExactly(
            "product_details: check product_details_stock_check is stock >= price,"
                + " but must be stock >= 0");
  }

  @Test
  void everythingThatIsMissingIsNamedAtOnce() {
    schema.createIfMissing();
    change(
        "DROP TABLE ordering_stock_adjustment",
        "ALTER TABLE ordering_user DROP COLUMN email",
        "ALTER TABLE ordering_lane DROP CONSTRAINT ordering_lane_pk");
    assertThat(differences())
        .extracting(difference -> difference.replaceFirst(" is missing.*", ""))
        .containsExactly(
            "lane: index (id)",
            "lane: primary key",
            "stock_adjustment: the table",
            "user: column email");
  }

  @Test
  void whatTheHostAddsIsNoDifference() {
    schema.createIfMissing();
    execute(
        dataSource,
        "CREATE TABLE x (id BIGINT PRIMARY KEY)",
        "ALTER TABLE ordering_user ADD COLUMN nickname VARCHAR(20)",
        "ALTER TABLE ordering_user ADD COLUMN x_id BIGINT REFERENCES x (id)",
        "ALTER TABLE ordering_user ADD CONSTRAINT my_check CHECK (id > 0)",
        "CREATE INDEX my_index ON ordering_user (nickname)",
        "CREATE TABLE ordering_own (id BIGINT PRIMARY KEY, user_id BIGINT REFERENCES ordering_user (id))",
        // Where a name were a pattern, this table would be taken for order_item.
        "CREATE TABLE ordering_orderxitem (id VARCHAR(5), order_id VARCHAR(5))");
    schema.validate();
    useTables(dataSource, "ordering_");
  }

  private List<String> differences() {
    try {
      schema.validate();
      return List.of();
    } catch (SchemaException e) {
      return e.differences();
    }
  }

  // the model

  /** The model's tables and columns; ? is for those that may be empty, code for short varchars. */
  private static final List<String> MODEL =
      List.of(
          "user: id bigint, name varchar, email varchar?, created_at datetime, modified_at datetime",
          "balance: id bigint, user_id bigint, balance bigint, created_at datetime,"
              + " modified_at datetime",
          "balance_history: id bigint, balance_id bigint, issued_coupon_id bigint?, amount bigint,"
              + " transaction_type code, created_at datetime",
          "coupon: id bigint, discount_price bigint, quantity bigint, created_at datetime,"
              + " modified_at datetime",
          "issued_coupon: id bigint, user_id bigint, coupon_id bigint, status code,"
              + " used_at datetime?, expired_at datetime, created_at datetime",
          "product: id bigint, brand varchar, name varchar, created_at datetime,"
              + " modified_at datetime",
          "product_details: id bigint, product_id bigint, option_value varchar, price bigint,"
              + " stock bigint, created_at datetime, modified_at datetime",
          "order: id bigint, user_id bigint, issued_coupon_id bigint?, order_date datetime,"
              + " status code, total_amount bigint, discount_amount bigint,"
              + " payment_amount bigint, created_at datetime, modified_at datetime",
          "order_item: id bigint, order_id bigint, product_detail_id bigint, unit_price bigint,"
              + " quantity bigint, created_at datetime, modified_at datetime",
          "payment: id bigint, order_id bigint, status code, amount bigint, paid_at datetime?,"
              + " created_at datetime, modified_at datetime");

  /** Who refers to whom in the model. */
  private static final List<String> REFERENCES =
      List.of(
          "balance: foreign key user_id = to user.id",
          "balance_history: foreign key balance_id = to balance.id",
          "balance_history: foreign key issued_coupon_id = to issued_coupon.id",
          "issued_coupon: foreign key user_id = to user.id",
          "issued_coupon: foreign key coupon_id = to coupon.id",
          "product_details: foreign key product_id = to product.id",
          "order: foreign key user_id = to user.id",
          "order: foreign key issued_coupon_id = to issued_coupon.id",
          "order_item: foreign key order_id = to order.id",
          "order_item: foreign key product_detail_id = to product_details.id",
          "payment: foreign key order_id = to order.id",
          "balance: index (user_id) = unique",
          "payment: index (order_id) = unique",
          "issued_coupon: index (user_id, coupon_id) = unique");

  @Test
  void theModelIsThereColumnForColumn() {
    schema.createIfMissing();
    Set<String> expected = new TreeSet<>(REFERENCES);
    for (String table : MODEL) {
      String[] parts = table.split(": ", 2);
      expected.add(parts[0] + ": primary key = (id)");
      for (String column : parts[1].split(", ", -1)) {
        String[] nameAndType = column.split(" ", 2);
        expected.add(parts[0] + ": column " + nameAndType[0] + " = " + type(nameAndType[1]));
      }
    }
    assertThat(catalog(dataSource).toString().lines()).containsAll(expected);
  }

  private String type(String type) {
    String name = type.replace("?", "");
    return typeName(name) + (type.endsWith("?") ? "" : " not null");
  }

  /** What the database calls a bigint, a varchar, a short varchar, a datetime of the model. */
  abstract String typeName(String type);

  static TableCatalog catalog(DataSource dataSource) {
    try (Connection connection = dataSource.getConnection()) {
      Database database = Dialect.of(connection).database();
      return TableCatalog.read(connection, database, Prefix.DEFAULT);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  // prefixes and schemas

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "",
        "Shop_",
        "1shop_",
        "shop-",
        "shop ",
        "_",
        "sh\"op",
        "a;b",
        "täble_",
        "abcdefghijklmnopqrstuvwxy"
      })
  void aBadPrefixIsRefused(String prefix) {
    assertThatThrownBy(() -> schema.tablePrefix(prefix))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("tablePrefix must be")
        .hasMessageContaining("but was " + prefix);
    assertThatThrownBy(() -> store(dataSource, prefix))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("but was " + prefix);
  }

  @Test
  void twoPrefixesLiveSideBySide() {
    schema.tablePrefix("a_").createIfMissing();
    schema.tablePrefix("a_b_").createIfMissing();
    useTables(dataSource, "a_");
    assertThat(query(dataSource, "SELECT COUNT(*) FROM a_b_user")).containsExactly("0");
    useTables(dataSource, "a_b_");
    schema.tablePrefix("a_").validate();
    schema.tablePrefix("a_b_").validate();
  }

  @Test
  void aPrefixIsNoPattern() {
    schema.tablePrefix("axb").createIfMissing();
    assertThatThrownBy(() -> store(dataSource, "a_b"))
        .isInstanceOf(SchemaException.class)
        .hasMessageContaining("no tables with the prefix a_b:");
    schema.tablePrefix("a_b").createIfMissing();
    useTables(dataSource, "a_b");
  }

  @Test
  void tablesOfAnotherSchemaAreNotTakenForOurs() {
    DataSource sibling = siblingOf(dataSource);
    Schema.in(sibling).createIfMissing();
    assertThatThrownBy(() -> store(dataSource, "ordering_"))
        .isInstanceOf(SchemaException.class)
        .hasMessageContaining("no tables");
    schema.createIfMissing();
    execute(sibling, "ALTER TABLE ordering_user DROP COLUMN email");
    schema.validate();
    useTables(dataSource, "ordering_");
    assertThat(query(sibling, "SELECT COUNT(*) FROM ordering_user")).containsExactly("0");
  }
}
