package io.orderingengine.jdbi;

/** The store contract in transactions of the host's on H2 in memory. */
class HostedOnH2InMemoryTest extends HostedSuite {
  private static final TestDatabase.Supply DATABASES = H2Databases.IN_MEMORY;

  HostedOnH2InMemoryTest() {
    super(DATABASES);
  }
}
