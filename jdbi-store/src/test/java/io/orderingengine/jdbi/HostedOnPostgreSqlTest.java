package io.orderingengine.jdbi;

/** The store contract in transactions of the host's on PostgreSQL. */
class HostedOnPostgreSqlTest extends HostedSuite {
  private static final TestDatabase.Supply DATABASES = PostgreSqlServer.NEWEST.supply();

  HostedOnPostgreSqlTest() {
    super(DATABASES);
  }
}
