package io.orderingengine.jdbi;

import io.orderingengine.contract.StoreContractSuite;
import io.orderingengine.contract.StoreFixture;

/** The store contract on MariaDB. */
class MariaDbTest extends StoreContractSuite {
  private static final TestDatabase.Supply DATABASES = MariaDbServer.NEWEST.supply();

  @Override
  protected StoreFixture newFixture() {
    return DATABASES.take();
  }

  @Override
  protected int people() {
    return 1_000;
  }

  @Override
  protected int sequences() {
    return 150;
  }
}
