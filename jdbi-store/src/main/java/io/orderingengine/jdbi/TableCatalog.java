package io.orderingengine.jdbi;

import static java.util.stream.Collectors.toSet;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The tables of one prefix as the database describes them: each column, key, index and check by its
 * table and name, with what it is. Names are in lower case and without the prefix.
 */
record TableCatalog(SortedMap<String, String> entries) {
  private static final String IN = ": ";
  private static final String IS = " = ";
  private static final String DATETIME = "2026-03-01 12:00:00.";

  /** What the newest script makes, as it is kept beside it. */
  static TableCatalog expected(Database database) {
    SortedMap<String, String> entries = new TreeMap<>();
    Script.resource(database.folder() + "/catalog.txt")
        .lines()
        .map(line -> line.split(IS, 2))
        .forEach(parts -> entries.put(parts[0], parts[1]));
    return new TableCatalog(entries);
  }

  static TableCatalog read(Connection connection, Database database, Prefix prefix)
      throws SQLException {
    return new Reading(connection, database, prefix).read();
  }

  /** Whether the connection's schema has a table of this name. */
  static boolean hasTable(Connection connection, Database database, String table)
      throws SQLException {
    DatabaseMetaData metaData = connection.getMetaData();
    String name = metaData.storesUpperCaseIdentifiers() ? table.toUpperCase(Locale.ROOT) : table;
    try (ResultSet tables =
        metaData.getTables(
            catalog(connection),
            exactly(metaData, database.schema(connection)),
            exactly(metaData, name),
            null)) {
      return tables.next();
    }
  }

  /**
   * On MariaDB, no catalog at all would stand for every one, also where a connection is in none.
   */
  private static String catalog(Connection connection) throws SQLException {
    return Objects.requireNonNullElse(connection.getCatalog(), "");
  }

  /**
   * A name as a pattern, in which _ would stand for any letter. A connection that is in no schema
   * sees no tables, though no pattern at all would show it those of every schema.
   */
  private static String exactly(DatabaseMetaData metaData, @Nullable String name)
      throws SQLException {
    if (name == null) {
      return "";
    }
    String escape = metaData.getSearchStringEscape();
    return name.replace(escape, escape + escape)
        .replace("_", escape + "_")
        .replace("%", escape + "%");
  }

  /** What the actual tables lack of these, or have differently; what they have more is theirs. */
  List<String> differences(TableCatalog actual) {
    Set<String> differences = new LinkedHashSet<>();
    Set<String> tables = actual.entries.keySet().stream().map(TableCatalog::table).collect(toSet());
    entries.forEach(
        (name, expected) -> {
          String found = actual.entries.get(name);
          if (!tables.contains(table(name))) {
            differences.add(table(name) + IN + "the table is missing");
          } else if (found == null) {
            differences.add(name + " is missing; it must be " + expected);
          } else if (!found.equals(expected)) {
            differences.add(name + " is " + found + ", but must be " + expected);
          }
        });
    return List.copyOf(differences);
  }

  private static String table(String name) {
    return name.substring(0, name.indexOf(IN));
  }

  @Override
  public String toString() {
    var text = new StringBuilder();
    entries.forEach((name, what) -> text.append(name).append(IS).append(what).append('\n'));
    return text.toString();
  }

  /** One reading of the database's own description. */
  private static final class Reading {
    private final DatabaseMetaData metaData;
    private final Connection connection;
    private final Database database;
    private final @Nullable String schema;
    private final Prefix prefix;
    private final SortedMap<String, String> entries = new TreeMap<>();

    Reading(Connection connection, Database database, Prefix prefix) throws SQLException {
      this.connection = connection;
      this.database = database;
      metaData = connection.getMetaData();
      schema = database.schema(connection);
      this.prefix = prefix;
    }

    TableCatalog read() throws SQLException {
      for (String table : tables()) {
        columns(table);
        primaryKey(table);
        indexes(table);
        foreignKeys(table);
      }
      checks();
      return new TableCatalog(entries);
    }

    private List<String> tables() throws SQLException {
      List<String> tables = new ArrayList<>();
      try (ResultSet results =
          metaData.getTables(catalog(connection), exactly(metaData, schema), "%", null)) {
        while (results.next()) {
          String table = results.getString("TABLE_NAME");
          if (isOurs(table)) {
            tables.add(table);
          }
        }
      }
      return tables;
    }

    private boolean isOurs(String table) {
      return lower(table).startsWith(prefix.value());
    }

    private String name(String table) {
      String name = lower(table);
      return isOurs(table) ? name.substring(prefix.value().length()) : name;
    }

    private void columns(String table) throws SQLException {
      try (ResultSet results =
          metaData.getColumns(
              catalog(connection), exactly(metaData, schema), exactly(metaData, table), "%")) {
        while (results.next()) {
          String type = type(results);
          boolean nullable = results.getInt("NULLABLE") != DatabaseMetaData.columnNoNulls;
          entries.put(
              name(table) + IN + "column " + lower(results.getString("COLUMN_NAME")),
              type + size(type, results) + (nullable ? "" : " not null"));
        }
      }
    }

    /** What MariaDB's driver calls its booleans is up to the URL. */
    private static String type(ResultSet column) throws SQLException {
      String type = lower(column.getString("TYPE_NAME"));
      return type.equals("tinyint") || type.equals("bit") ? "boolean" : type;
    }

    /** Of MariaDB's, the driver tells how many letters all of it takes. */
    private static String size(String type, ResultSet column) throws SQLException {
      if (type.contains("timestamp")) {
        return "(" + column.getInt("DECIMAL_DIGITS") + ")";
      }
      if (type.equals("datetime")) {
        return "(" + Math.max(0, column.getInt("COLUMN_SIZE") - DATETIME.length()) + ")";
      }
      boolean sized = type.contains("char") || type.contains("binary");
      return sized ? "(" + column.getInt("COLUMN_SIZE") + ")" : "";
    }

    private void primaryKey(String table) throws SQLException {
      SortedMap<Integer, String> columns = new TreeMap<>();
      try (ResultSet results = metaData.getPrimaryKeys(catalog(connection), schema, table)) {
        while (results.next()) {
          columns.put(results.getInt("KEY_SEQ"), lower(results.getString("COLUMN_NAME")));
        }
      }
      if (!columns.isEmpty()) {
        entries.put(name(table) + IN + "primary key", list(columns));
      }
    }

    /** An index is known by its columns: its name is the host's affair. */
    private void indexes(String table) throws SQLException {
      Map<String, SortedMap<Integer, String>> columns = new TreeMap<>();
      Map<String, Boolean> unique = new TreeMap<>();
      try (ResultSet results =
          metaData.getIndexInfo(catalog(connection), schema, table, false, true)) {
        while (results.next()) {
          String index = results.getString("INDEX_NAME");
          if (index != null) {
            columns
                .computeIfAbsent(index, none -> new TreeMap<>())
                .put(results.getInt("ORDINAL_POSITION"), lower(results.getString("COLUMN_NAME")));
            unique.put(index, !results.getBoolean("NON_UNIQUE"));
          }
        }
      }
      columns.forEach(
          (index, names) ->
              entries.merge(
                  name(table) + IN + "index " + list(names),
                  Boolean.TRUE.equals(unique.get(index)) ? "unique" : "not unique",
                  (one, other) -> one.equals("unique") ? one : other));
    }

    private void foreignKeys(String table) throws SQLException {
      try (ResultSet results = metaData.getImportedKeys(catalog(connection), schema, table)) {
        while (results.next()) {
          entries.put(
              name(table) + IN + "foreign key " + lower(results.getString("FKCOLUMN_NAME")),
              "to "
                  + name(results.getString("PKTABLE_NAME"))
                  + "."
                  + lower(results.getString("PKCOLUMN_NAME")));
        }
      }
    }

    private void checks() throws SQLException {
      try (PreparedStatement statement = connection.prepareStatement(database.checks())) {
        statement.setString(1, schema);
        try (ResultSet results = statement.executeQuery()) {
          while (results.next()) {
            String table = results.getString(1);
            if (isOurs(table)) {
              entries.put(
                  name(table) + IN + "check " + name(results.getString(2)),
                  plain(results.getString(3)));
            }
          }
        }
      }
    }

    /** Without the casts and brackets that databases add to what they were given. */
    private static String plain(String clause) {
      return lower(clause)
          .replaceAll("cast\\((\\d+) as bigint\\)", "$1")
          .replaceAll("::(character varying|text)(\\[\\])?", "")
          .replaceAll("[\"`()]", "")
          .replaceAll("\\s+", " ");
    }

    private static String list(SortedMap<Integer, String> columns) {
      return "(" + String.join(", ", columns.values()) + ")";
    }

    private static String lower(String name) {
      return name.toLowerCase(Locale.ROOT);
    }
  }
}
