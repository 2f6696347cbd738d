package io.orderingengine.jdbi;

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

  private static final class OnPostgreSql {
    static final TestDatabase.Supply DATABASES = PostgreSqlServer.NEWEST.supply();
  }

  private static final class OnMariaDb {
    static final TestDatabase.Supply DATABASES = MariaDbServer.NEWEST.supply();
  }
}
