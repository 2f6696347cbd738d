package io.orderingengine.jdbi;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The tables of one prefix as the database describes them: each column, key, index and check by its
 * name, with what it is. Names are in lower case and without the prefix.
 */
record TableCatalog(SortedMap<String, String> entries) {
  private static final String IS = " = ";

  /** What the newest script makes, as it is kept beside it. */
  static TableCatalog expected(Database database) {
    SortedMap<String, String> entries = new TreeMap<>();
    Script.resource(database.folder() + "/catalog.txt")
        .lines()
        .map(line -> line.split(IS, 2))
        .forEach(parts -> entries.put(parts[0], parts[1]));
    return new TableCatalog(entries);
  }

  static TableCatalog read(Connection connection, Prefix prefix) throws SQLException {
    return new Reading(connection, prefix).read();
  }

  /** What the actual tables lack of these, or have differently; what they have more is theirs. */
  List<String> differences(TableCatalog actual) {
    List<String> differences = new ArrayList<>();
    entries.forEach(
        (name, expected) -> {
          String found = actual.entries.get(name);
          if (found == null) {
            differences.add(name + " is missing; it must be " + expected);
          } else if (!found.equals(expected)) {
            differences.add(name + " is " + found + ", but must be " + expected);
          }
        });
    return differences;
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
    private final String schema;
    private final Prefix prefix;
    private final SortedMap<String, String> entries = new TreeMap<>();

    Reading(Connection connection, Prefix prefix) throws SQLException {
      this.connection = connection;
      metaData = connection.getMetaData();
      schema = connection.getSchema();
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
      try (ResultSet results = metaData.getTables(connection.getCatalog(), schema, "%", null)) {
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
      return table.toLowerCase(Locale.ROOT).startsWith(prefix.value());
    }

    private String name(String table) {
      return table.toLowerCase(Locale.ROOT).substring(prefix.value().length());
    }

    private void columns(String table) throws SQLException {
      try (ResultSet results = metaData.getColumns(connection.getCatalog(), schema, table, "%")) {
        while (results.next()) {
          String type = lower(results.getString("TYPE_NAME"));
          boolean sized = type.contains("char");
          boolean nullable = results.getInt("NULLABLE") != DatabaseMetaData.columnNoNulls;
          entries.put(
              "column " + name(table) + "." + lower(results.getString("COLUMN_NAME")),
              type
                  + (sized ? "(" + results.getInt("COLUMN_SIZE") + ")" : "")
                  + (nullable ? "" : " not null"));
        }
      }
    }

    private void primaryKey(String table) throws SQLException {
      SortedMap<Integer, String> columns = new TreeMap<>();
      try (ResultSet results = metaData.getPrimaryKeys(connection.getCatalog(), schema, table)) {
        while (results.next()) {
          columns.put(results.getInt("KEY_SEQ"), lower(results.getString("COLUMN_NAME")));
        }
      }
      if (!columns.isEmpty()) {
        entries.put("primary key of " + name(table), "on " + list(columns));
      }
    }

    /** An index is known by its columns: its name is the host's affair. */
    private void indexes(String table) throws SQLException {
      Map<String, SortedMap<Integer, String>> columns = new TreeMap<>();
      Map<String, Boolean> unique = new TreeMap<>();
      try (ResultSet results =
          metaData.getIndexInfo(connection.getCatalog(), schema, table, false, true)) {
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
                  "index of " + name(table) + " on " + list(names),
                  Boolean.TRUE.equals(unique.get(index)) ? "unique" : "not unique",
                  (one, other) -> one.equals("unique") ? one : other));
    }

    private void foreignKeys(String table) throws SQLException {
      try (ResultSet results = metaData.getImportedKeys(connection.getCatalog(), schema, table)) {
        while (results.next()) {
          entries.put(
              "foreign key of " + name(table) + " on " + lower(results.getString("FKCOLUMN_NAME")),
              "to "
                  + name(results.getString("PKTABLE_NAME"))
                  + "."
                  + lower(results.getString("PKCOLUMN_NAME")));
        }
      }
    }

    private void checks() throws SQLException {
      String sql =
          "SELECT constraint_name, check_clause FROM information_schema.check_constraints"
              + " WHERE constraint_schema = ?";
      try (PreparedStatement statement = connection.prepareStatement(sql)) {
        statement.setString(1, schema);
        try (ResultSet results = statement.executeQuery()) {
          while (results.next()) {
            String constraint = results.getString(1);
            if (isOurs(constraint) && lower(constraint).endsWith("_check")) {
              entries.put("check " + name(constraint), plain(results.getString(2)));
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
          .replaceAll("[\"()\\s]", "");
    }

    private static String list(SortedMap<Integer, String> columns) {
      return "(" + String.join(", ", columns.values()) + ")";
    }

    private static String lower(String name) {
      return name.toLowerCase(Locale.ROOT);
    }
  }
}
