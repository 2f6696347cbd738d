package io.orderingengine.jdbi;

import io.orderingengine.contract.StoreContractSuite;
import io.orderingengine.contract.StoreFixture;

/** The store contract on PostgreSQL. */
class PostgreSqlTest extends StoreContractSuite {
  private static final TestDatabase.Supply DATABASES = PostgreSqlServer.NEWEST.supply();

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
    return 300;
  }
}
