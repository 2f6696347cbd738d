package io.orderingengine.jdbi;

import javax.sql.DataSource;

/** The newest version of each database, for tests that are the same on all of them. */
enum EachDatabase {
  H2,
  POSTGRESQL,
  MARIADB;

  TestDatabase take() {
    return switch (this) {
      case H2 -> H2Databases.IN_MEMORY.take();
      case POSTGRESQL -> OnPostgreSql.DATABASES.take();
      case MARIADB -> OnMariaDb.DATABASES.take();
    };
  }

  /** Where tables with a new prefix can be made. */
  DataSource dataSource() {
    return switch (this) {
      case H2 -> H2Databases.inMemory();
      case POSTGRESQL -> PostgreSqlServer.NEWEST.dataSource();
      case MARIADB -> MariaDbServer.NEWEST.dataSource();
    };
  }

  /** For tables that nobody else has. */
  String newPrefix() {
    return switch (this) {
      case H2 -> Prefix.DEFAULT.value();
      case POSTGRESQL -> PostgreSqlServer.NEWEST.newPrefix();
      case MARIADB -> MariaDbServer.NEWEST.newPrefix();
    };
  }

  private static final class OnPostgreSql {
    static final TestDatabase.Supply DATABASES = PostgreSqlServer.NEWEST.supply();
  }

  private static final class OnMariaDb {
    static final TestDatabase.Supply DATABASES = MariaDbServer.NEWEST.supply();
  }
}
