package io.orderingengine.jdbi;

/** The store contract in transactions of the host's on MariaDB. */
class HostedOnMariaDbTest extends HostedSuite {
  private static final TestDatabase.Supply DATABASES = MariaDbServer.NEWEST.supply();

  HostedOnMariaDbTest() {
    super(DATABASES);
  }
}
