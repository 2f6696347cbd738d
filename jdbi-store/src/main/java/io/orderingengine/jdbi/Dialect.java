package io.orderingengine.jdbi;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;

/** The databases that the store speaks. */
public enum Dialect {
  /** H2, from 2.3.232. */
  H2("H2"),
  /** PostgreSQL, from 15. */
  POSTGRESQL("PostgreSQL"),
  /** MariaDB, from 10.11, by its own driver. */
  MARIADB("MariaDB");

  private final String product;

  Dialect(String product) {
    this.product = product;
  }

  /** The dialect of the database behind a connection. */
  static Dialect of(Connection connection) throws SQLException {
    String product = connection.getMetaData().getDatabaseProductName();
    return Arrays.stream(values())
        .filter(dialect -> dialect.product.equals(product))
        .findAny()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "the store speaks " + Arrays.toString(values()) + ", but not " + product));
  }

  Database database() {
    return switch (this) {
      case H2 -> new H2();
      case POSTGRESQL -> new PostgreSql();
      case MARIADB -> new MariaDb();
    };
  }
}
